package org.bearhug.user.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever tries a list of addresses is slowed down by the place they do it from. */
@QuarkusTest
class LettersHereTest {

    private static final String ELSEWHERE = "198.51.100.9";

    @Inject
    People people;

    @Inject
    Counts counts;

    @Inject
    DataSource database;

    private Sql sql;
    private String here;

    @BeforeEach
    void a_place_of_its_own() {
        sql = new Sql(database);
        here = "2001:db8:0:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0xffff)) + "::1";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/accounts", "/v1/password/forgot", "/v1/login/magic-link"})
    void a_place_that_asks_too_often_has_to_wait_whatever_the_address(String path) {
        String known = people.carer().email();
        String unknown = People.address();
        spend(Mailbox.MANY);
        long letters = letters(known) + letters(unknown);

        ExtractableResponse<Response> forKnown = ask(path, known, here, 429);
        ExtractableResponse<Response> forUnknown = ask(path, unknown, here, 429);

        assertThat(forKnown.header("Content-Type")).startsWith("application/problem+json");
        assertThat(forKnown.<String>path("code")).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(forKnown.header("Retry-After"))).isBetween(850, 900);
        assertThat(forKnown.header("RateLimit-Policy")).isEqualTo("\"letters-here\";q=10000;w=900");
        assertThat(forKnown.header("RateLimit")).startsWith("\"letters-here\";r=0;t=");
        assertThat(forUnknown.asString()).isEqualTo(forKnown.asString());
        assertThat(forUnknown.headers().asList())
                .hasSameSizeAs(forKnown.headers().asList());
        assertThat(letters(known) + letters(unknown)).isEqualTo(letters);
        ask(path, known, ELSEWHERE, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/accounts", "/v1/password/forgot"})
    void the_last_letter_is_written_and_the_wait_is_over_when_it_was_said(String path) {
        spend(Mailbox.MANY - 1);

        assertThat(ask(path, People.address(), here, 202).header("RateLimit")).startsWith("\"letters-here\";r=0;");
        ask(path, People.address(), here, 429);

        TestClock.set(Instant.now().plus(Counts.WINDOW).plusSeconds(1));
        ask(path, People.address(), here, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/accounts", "/v1/password/forgot", "/v1/login/magic-link"})
    void a_neighbour_in_the_same_network_is_the_same_place(String path) {
        spend(Mailbox.MANY);

        nobody().header("X-Forwarded-For", here.replace("::1", "::2"))
                .body(body(path, People.address()))
                .post(path)
                .then()
                .statusCode(429)
                .body("code", equalTo("rate-limited"));
    }

    /** As if so many had been asked for. */
    private void spend(int letters) {
        counts.count("letters-here", "letters-here", Origin.of(here), Mailbox.MANY);
        sql.change(
                """
                UPDATE login_attempts SET tried = ?
                 WHERE email_hash = sha256('letters-here') AND address_hash = sha256(?::bytea)""",
                letters,
                Origin.of(here).getBytes(StandardCharsets.UTF_8));
    }

    private long letters(String address) {
        return sql.<Long>one("SELECT count(*) " + Mailbox.LETTERS_TO, address);
    }

    private static ExtractableResponse<Response> ask(String path, String email, String from, int status) {
        return nobody().header("X-Forwarded-For", from)
                .body(body(path, email))
                .post(path)
                .then()
                .statusCode(status)
                .extract();
    }

    private static Map<String, String> body(String path, String email) {
        Map<String, String> body = new HashMap<>(Map.of("email", email));
        if (path.equals("/v1/accounts")) {
            body.putAll(Map.of("password", "a fine password", "name", "Pia", "role", "CARER", "timeZone", "UTC"));
        }
        return body;
    }
}
