package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.bearhug.user.secret.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefreshTest {

    @Inject
    People people;

    @Inject
    Logins logins;

    @Inject
    DataSource database;

    private Someone cara;

    @BeforeEach
    void a_carer() {
        cara = people.carer();
    }

    @Test
    void a_cookie_is_exchanged_for_a_token_and_the_next_cookie() {
        String first = cara.logIn();

        String token = refresh(first)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("expiresIn", equalTo(900))
                .extract()
                .path("accessToken");
        nobody().auth().oauth2(token).get("/v1/me").then().body("email", equalTo(cara.email()));
    }

    @Test
    void each_cookie_has_one_successor() {
        String first = cara.logIn();
        String second = next(first);
        String third = next(second);

        assertThat(first).isNotEqualTo(second);
        assertThat(third).isNotEqualTo(second);
        assertThat(next(second)).isEqualTo(third);
    }

    @Test
    void a_parent_whose_answer_was_lost_on_a_train_stays_logged_in() {
        String first = cara.logIn();
        String lost = next(first);

        TestClock.set(Instant.now().plus(Rotation.GRACE).minusSeconds(3));
        String again = next(first);

        assertThat(again).isEqualTo(lost);
        TestClock.reset();
        assertThat(next(again)).isNotEqualTo(again);
        assertThat(sessions()).isOne();
    }

    @Test
    void an_answer_that_is_lost_again_and_again_is_given_again() {
        String first = cara.logIn();

        assertThat(List.of(next(first), next(first), next(first))).containsOnly(next(first));
        refresh(next(first)).statusCode(200);
    }

    @Test
    void the_answer_is_not_given_again_after_the_log_in_was_ended() {
        String first = cara.logIn();
        String second = next(first);
        nobody().cookie("bearhug_refresh", second).post("/v1/logout").then().statusCode(204);

        refresh(first).statusCode(401);
    }

    @Test
    void what_is_stored_does_not_make_the_successor_without_its_predecessor() {
        String first = cara.logIn();
        String second = next(first);
        Map<String, Object> row = new Sql(database)
                .rows("SELECT * FROM login_session WHERE account_id = ?", cara.id())
                .get(0);

        byte[] salt = (byte[]) row.get("successor_salt");

        assertThat(RefreshToken.read(first).orElseThrow().next(salt).text()).isEqualTo(second);
        for (String hash : List.of("token_hash", "previous_hash", "family_hash")) {
            String kept = Base64.getUrlEncoder().withoutPadding().encodeToString((byte[]) row.get(hash));
            RefreshToken guess =
                    new RefreshToken(RefreshToken.read(first).orElseThrow().family(), new Secret(kept));
            assertThat(guess.next(salt).text()).isNotEqualTo(second);
        }
    }

    @Test
    void an_old_cookie_that_comes_back_ends_the_log_in() {
        String first = cara.logIn();
        String second = next(first);
        String other = cara.logIn();

        TestClock.set(Instant.now().plus(Rotation.GRACE).plusSeconds(1));
        refresh(first).statusCode(401);

        refresh(second).statusCode(401).body("code", equalTo("invalid-token"));
        refresh(other).statusCode(200);
        assertThat(sessions()).isOne();
    }

    @Test
    void an_older_cookie_than_the_predecessor_is_not_excused() {
        String first = cara.logIn();
        String third = next(next(first));

        refresh(first).statusCode(401);

        refresh(third).statusCode(401);
        assertThat(sessions()).isZero();
    }

    @Test
    void a_log_in_ends_after_a_month_without_use() {
        String first = cara.logIn();

        TestClock.set(Instant.now().plus(Logins.IDLE).plusSeconds(1));
        refresh(first).statusCode(401);
        logins.forget();

        assertThat(sessions()).isZero();
    }

    @Test
    void a_log_in_in_use_ends_after_half_a_year() {
        Instant begun = Instant.now();
        String cookie = cara.logIn();
        for (Duration age = Duration.ofDays(29); age.compareTo(Logins.LONGEST) < 0; age = age.plusDays(29)) {
            TestClock.set(begun.plus(age));
            cookie = next(cookie);
        }

        TestClock.set(begun.plus(Logins.LONGEST).plusSeconds(5));

        refresh(cookie).statusCode(401);
    }

    @Test
    void an_erased_account_stays_out() {
        String cookie = cara.logIn();
        new Sql(database).change("DELETE FROM account WHERE id = ?", cara.id());

        refresh(cookie).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".", "a.b", "a.b.c", "%00.%00"})
    void what_is_no_cookie_of_ours_is_refused(String cookie) {
        refresh(cookie).statusCode(401).contentType("application/problem+json").body("code", equalTo("invalid-token"));
    }

    @Test
    void no_cookie_and_a_very_long_one_are_refused() {
        nobody().post("/v1/login/refresh").then().statusCode(401).body("code", equalTo("invalid-token"));
        refresh("a.".repeat(500)).statusCode(401).body("code", equalTo("invalid-token"));
    }

    @Test
    void another_sites_page_gets_nothing() {
        String cookie = cara.logIn();

        nobody().cookie("bearhug_refresh", cookie)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/v1/login/refresh")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));

        nobody().cookie("bearhug_refresh", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/v1/login/refresh")
                .then()
                .statusCode(200);
    }

    private long sessions() {
        return new Sql(database).<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", cara.id());
    }

    static String next(String cookie) {
        return refresh(cookie).statusCode(200).extract().cookie("bearhug_refresh");
    }

    static ValidatableResponse refresh(String cookie) {
        return nobody().cookie("bearhug_refresh", cookie)
                .post("/v1/login/refresh")
                .then();
    }
}
