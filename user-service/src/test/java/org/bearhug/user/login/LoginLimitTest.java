package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.bearhug.user.limit.Counts;
import org.bearhug.user.limit.Origin;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LoginLimitTest {

    private static final String HERE = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.9";

    @Inject
    People people;

    @Inject
    Counts counts;

    @Inject
    DataSource database;

    private Someone cara;

    @BeforeEach
    void a_carer() {
        cara = people.carer();
    }

    @Test
    void a_guesser_has_to_wait_and_the_parent_elsewhere_has_not() {
        guess(Attempts.FROM_ONE_PLACE, cara.email(), HERE);

        int wait = Integer.parseInt(logIn(cara.email(), Someone.PASSWORD, HERE)
                .statusCode(429)
                .contentType("application/problem+json")
                .body("code", equalTo("rate-limited"))
                .extract()
                .header("Retry-After"));

        assertThat(wait).isBetween(850, 900);
        logIn(cara.email(), Someone.PASSWORD, ELSEWHERE).statusCode(200);
        logIn(cara.email(), Someone.PASSWORD, HERE).statusCode(429);
    }

    @Test
    void each_answer_tells_how_many_tries_are_left() {
        for (int left = Attempts.FROM_ONE_PLACE - 1; left >= 0; left--) {
            ExtractableResponse<Response> answer = logIn(cara.email(), "a wrong password", HERE)
                    .statusCode(401)
                    .extract();
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"log-in-here\";q=10;w=900");
            assertThat(answer.header("RateLimit")).matches("\"log-in-here\";r=" + left + ";t=(8[5-9]\\d|900)");
        }
        ExtractableResponse<Response> refused =
                logIn(cara.email(), "a wrong password", HERE).statusCode(429).extract();
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"log-in-here\";q=10;w=900");
        assertThat(refused.header("RateLimit")).isEqualTo("\"log-in-here\";r=0;t=" + refused.header("Retry-After"));
        assertThat(logIn(cara.email(), Someone.PASSWORD, ELSEWHERE)
                        .statusCode(200)
                        .extract()
                        .header("RateLimit"))
                .startsWith("\"log-in-here\";r=10;");
    }

    @Test
    void the_wait_is_over_when_it_was_said() {
        guess(Attempts.FROM_ONE_PLACE, cara.email(), HERE);
        logIn(cara.email(), Someone.PASSWORD, HERE).statusCode(429);

        TestClock.set(Instant.now().plus(Counts.WINDOW).plusSeconds(1));

        logIn(cara.email(), Someone.PASSWORD, HERE).statusCode(200);
    }

    @Test
    void an_unknown_address_is_limited_alike() {
        String unknown = People.address();
        guess(Attempts.FROM_ONE_PLACE, unknown, HERE);

        logIn(unknown, "a wrong password", HERE).statusCode(429).body("code", equalTo("rate-limited"));
    }

    @Test
    void a_log_in_that_is_right_starts_the_count_anew() {
        guess(Attempts.FROM_ONE_PLACE - 1, cara.email(), HERE);
        logIn(cara.email(), Someone.PASSWORD, HERE).statusCode(200);

        guess(Attempts.FROM_ONE_PLACE, cara.email(), HERE);

        logIn(cara.email(), Someone.PASSWORD, HERE).statusCode(429);
    }

    @Test
    void many_places_together_are_limited_too() {
        guess(1, cara.email(), HERE);
        int changed = new Sql(database)
                .change(
                        "UPDATE login_attempts SET tried = ? WHERE address_hash = '' AND email_hash = sha256(?::bytea)",
                        Attempts.FROM_EVERYWHERE,
                        cara.email().getBytes(StandardCharsets.UTF_8));

        assertThat(changed).isOne();
        assertThat(logIn(cara.email(), Someone.PASSWORD, ELSEWHERE)
                        .statusCode(429)
                        .extract()
                        .header("RateLimit"))
                .startsWith("\"log-in\";r=0;");
    }

    @Test
    void one_password_tried_on_many_accounts_is_limited_by_the_place() {
        String place = "192.0.2.77";
        guess(1, People.address(), place);
        new Sql(database)
                .change(
                        "UPDATE login_attempts SET tried = ? WHERE email_hash = sha256('log-ins') AND address_hash = sha256(?::bytea)",
                        Mailbox.MANY - 1,
                        Origin.of(place).getBytes(StandardCharsets.UTF_8));
        logIn(cara.email(), Someone.PASSWORD, place).statusCode(200);
        guess(1, People.address(), place);

        assertThat(logIn(cara.email(), Someone.PASSWORD, place)
                        .statusCode(429)
                        .body("code", equalTo("rate-limited"))
                        .extract()
                        .header("RateLimit"))
                .startsWith("\"log-ins-here\";r=0;");
        logIn(cara.email(), Someone.PASSWORD, ELSEWHERE).statusCode(200);
    }

    @Test
    void guesses_made_at_once_are_all_counted() {
        List<Integer> answers = Race.of(
                20,
                i -> () ->
                        logIn(cara.email(), "a wrong password", HERE).extract().statusCode());

        assertThat(answers.stream().filter(status -> status == 401)).hasSize(Attempts.FROM_ONE_PLACE);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(10);
    }

    @Test
    void log_ins_made_at_once_do_not_lock_each_other_out() {
        List<Integer> answers = Race.of(
                6,
                i -> () -> logIn(cara.email(), Someone.PASSWORD, HERE).extract().statusCode());

        assertThat(answers).containsOnly(200);
    }

    @Test
    void one_network_of_ipv6_is_one_place_and_what_is_no_address_too() {
        assertThat(Origin.of("2001:db8:1:2:3::4")).isEqualTo(Origin.of("2001:db8:1:2:ffff::1"));
        assertThat(Origin.of("2001:db8:1:2::1")).isNotEqualTo(Origin.of("2001:db8:1:3::1"));
        assertThat(Origin.of(HERE)).isNotEqualTo(Origin.of(ELSEWHERE));
        assertThat(Origin.of("_hidden")).isEqualTo(Origin.of(null));

        logIn(cara.email(), Someone.PASSWORD, "_hidden").statusCode(200);
    }

    @Test
    void trusted_proxies_are_networks_so_that_no_request_waits_for_the_dns() {
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.proxy.trusted-proxies", String[].class))
                .isNotEmpty()
                .allMatch(proxy -> proxy.matches(".+/\\d+"));
    }

    @Test
    void old_counts_are_forgotten() {
        guess(1, cara.email(), HERE);
        assertThat(counts()).hasSize(2);
        TestClock.set(Instant.now().plus(Counts.WINDOW).plusSeconds(1));

        counts.forgetOld();

        assertThat(counts()).isEmpty();
    }

    private List<Map<String, Object>> counts() {
        return new Sql(database)
                .rows(
                        "SELECT tried FROM login_attempts WHERE email_hash = sha256(?::bytea)",
                        cara.email().getBytes(StandardCharsets.UTF_8));
    }

    private static void guess(int times, String email, String from) {
        for (int i = 0; i < times; i++) {
            logIn(email, "a wrong password", from).statusCode(401);
        }
    }

    private static ValidatableResponse logIn(String email, String password, String from) {
        return nobody().header("X-Forwarded-For", from)
                .body(Map.of("email", email, "password", password))
                .post("/v1/login")
                .then();
    }
}
