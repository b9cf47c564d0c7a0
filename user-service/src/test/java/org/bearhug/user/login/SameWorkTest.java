package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.bearhug.user.People;
import org.bearhug.user.account.Passwords;
import org.junit.jupiter.api.Test;

/** The time of an answer does not tell whether an address has an account: both cost a hash, the least of all tries. */
@QuarkusTest
class SameWorkTest {

    private static final int TRIES = 5;

    @Inject
    Passwords passwords;

    @Test
    void an_unknown_address_costs_a_hash_at_the_log_in() {
        long hash = least(() -> passwords.hash("a fine password"));

        long unknown = least(() -> nobody().body(Map.of("email", People.address(), "password", "a wrong password"))
                .post("/v1/login")
                .then()
                .statusCode(401));

        assertThat(unknown).isGreaterThan(hash * 7 / 10);
    }

    @Test
    void a_known_address_costs_a_hash_when_it_is_registered_again() {
        long hash = least(() -> passwords.hash("a fine password"));
        String known = people.carer().email();

        long again = least(() -> nobody().body(Map.of(
                        "email",
                        known,
                        "password",
                        "a fine password",
                        "name",
                        "Pia",
                        "role",
                        "CARER",
                        "timeZone",
                        "UTC"))
                .post("/v1/accounts")
                .then()
                .statusCode(202));

        assertThat(again).isGreaterThan(hash * 7 / 10);
    }

    @Inject
    People people;

    private static long least(Runnable work) {
        return IntStream.range(0, TRIES)
                .mapToLong(i -> {
                    long begun = System.nanoTime();
                    work.run();
                    return System.nanoTime() - begun;
                })
                .min()
                .orElseThrow();
    }
}
