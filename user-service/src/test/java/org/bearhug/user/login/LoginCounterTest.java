package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginCounterTest {

    @Inject
    People people;

    @Test
    void log_ins_are_counted_by_way_and_outcome() {
        Someone cara = people.carer();
        double admitted = count("password", "admitted");
        double wrong = count("password", "invalid-credentials");
        double stale = count("magic-link", "invalid-token");
        double unknown = count("passkey", "invalid-credentials");

        cara.logIn();
        nobody().body(Map.of("email", cara.email(), "password", "a wrong password"))
                .post("/v1/login");
        nobody().body(Map.of("token", "unknown")).post("/v1/login/magic-link/redeem");
        nobody().body("{\"id\": \"AAAA\", \"type\": \"public-key\", \"response\": {\"clientDataJSON\": \"AAAA\","
                        + " \"authenticatorData\": \"AAAA\", \"signature\": \"AAAA\"}}")
                .post("/v1/passkeys/login");

        assertThat(count("password", "admitted")).isEqualTo(admitted + 1);
        assertThat(count("password", "invalid-credentials")).isEqualTo(wrong + 1);
        assertThat(count("magic-link", "invalid-token")).isEqualTo(stale + 1);
        assertThat(count("passkey", "invalid-credentials")).isEqualTo(unknown + 1);
    }

    private static double count(String method, String outcome) {
        return nobody().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("bearhug_logins_total{")
                        && line.contains("method=\"" + method + "\"")
                        && line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
