package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.bearhug.testing.Race;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;

/** More log-ins than there are hands. */
@QuarkusTest
class BusyTest {

    private static final int CROWD = 120 * Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Inject
    People people;

    @Test
    void who_is_sent_away_is_told_when_to_come_back_and_has_not_used_up_a_try() {
        Someone cara = people.carer();

        List<ExtractableResponse<Response>> answers = Race.of(
                CROWD,
                i -> () -> nobody().body(
                                i < Attempts.FROM_ONE_PLACE
                                        ? cara.credentials()
                                        : people.carer().credentials())
                        .post("/v1/login")
                        .then()
                        .extract());

        assertThat(answers)
                .extracting(ExtractableResponse::statusCode)
                .contains(200, 503)
                .containsOnly(200, 503);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 503))
                .allSatisfy(answer -> {
                    assertThat(answer.<String>path("code")).isEqualTo("service-unavailable");
                    assertThat(answer.header("Retry-After")).isEqualTo("2");
                });
        assertThat(nobody().body(cara.credentials())
                        .post("/v1/login")
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("RateLimit"))
                .startsWith("\"log-in-here\";r=10;");
    }
}
