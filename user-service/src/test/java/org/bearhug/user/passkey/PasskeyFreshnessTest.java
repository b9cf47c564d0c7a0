package org.bearhug.user.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.bearhug.user.login.FreshLogin;
import org.bearhug.user.token.TokenIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that somebody finds on a phone that lies about adds and removes no passkey. */
@QuarkusTest
class PasskeyFreshnessTest {

    @Inject
    People people;

    @Inject
    TokenIssuer tokens;

    @Inject
    DataSource database;

    private Someone cara;

    @BeforeEach
    void a_carer() {
        cara = people.carer();
    }

    @Test
    void an_old_log_in_cannot_begin_a_passkey() {
        TestClock.set(Instant.now().plus(FreshLogin.FRESH).plusSeconds(2));

        cara.asks()
                .post("/v1/passkeys/options")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("fresh-login-needed"));
    }

    @Test
    void an_old_log_in_cannot_remove_one() {
        PasskeyCalls.deviceOf(cara);
        String id = new Sql(database)
                .one("SELECT id FROM passkey WHERE account_id = ?", cara.id())
                .toString();
        TestClock.set(Instant.now().plus(FreshLogin.FRESH).plusSeconds(2));

        cara.asks().delete("/v1/passkeys/" + id).then().statusCode(403).body("code", equalTo("fresh-login-needed"));

        assertThat(passkeys()).isOne();
        TestClock.reset();
        cara.asks().delete("/v1/passkeys/" + id).then().statusCode(204);
    }

    @Test
    void whoever_has_begun_in_time_can_end() {
        TestClock.set(Instant.now().plus(FreshLogin.FRESH).minusSeconds(30));
        Map<String, Object> made = new SoftwareAuthenticator().create(PasskeyCalls.newOptions(cara));
        TestClock.set(Instant.now().plus(FreshLogin.FRESH).plusSeconds(60));

        PasskeyCalls.add(cara, made).statusCode(201);
    }

    @Test
    void a_challenge_of_a_fresh_log_in_is_of_no_use_to_an_old_one() {
        Map<String, Object> made = new SoftwareAuthenticator().create(PasskeyCalls.newOptions(cara));
        Duration longAgo = FreshLogin.FRESH.plus(Challenges.VALID).plusSeconds(2);

        PasskeyCalls.add(loggedIn(longAgo), made).statusCode(403).body("code", equalTo("fresh-login-needed"));

        assertThat(passkeys()).isZero();
        PasskeyCalls.add(cara, made).statusCode(201);
    }

    private Someone loggedIn(Duration ago) {
        String token = tokens.forPerson(
                cara.id(),
                "carer",
                cara.email(),
                cara.name(),
                true,
                Instant.now().minus(ago));
        return new Someone(cara.id(), cara.email(), cara.name(), token);
    }

    private long passkeys() {
        return new Sql(database).<Long>one("SELECT count(*) FROM passkey WHERE account_id = ?", cara.id());
    }
}
