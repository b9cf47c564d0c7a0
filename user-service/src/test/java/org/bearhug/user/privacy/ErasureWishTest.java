package org.bearhug.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
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
import org.bearhug.user.token.TokenIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureWishTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    @Inject
    TokenIssuer tokens;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @Test
    void who_confirms_by_mail_has_seven_days_to_think_better_of_it() {
        cara.asks().get("/v1/me/erasure").then().statusCode(404).body("code", equalTo("erasure-not-asked"));
        ask(cara.token()).statusCode(202).body("state", equalTo("ASKED")).body("dueAt", nullValue());
        String token = Mailbox.awaitMail(cara.email(), 1).token();

        Instant before = Instant.now();
        String due = confirm(cara, token)
                .statusCode(200)
                .body("state", equalTo("PLANNED"))
                .body("dueAt", notNullValue())
                .extract()
                .path("dueAt");
        assertThat(Instant.parse(due))
                .isBetween(before.plus(Duration.ofDays(7)), Instant.now().plus(Duration.ofDays(7)));
        confirm(cara, token).statusCode(200).body("dueAt", equalTo(due));
        assertThat(Mailbox.awaitMail(cara.email(), 2).text()).contains("will be erased on");
        ask(cara.token()).statusCode(202).body("state", equalTo("PLANNED")).body("dueAt", equalTo(due));

        cara.asks().delete("/v1/me/erasure").then().statusCode(204);
        cara.asks().delete("/v1/me/erasure").then().statusCode(404);
        confirm(cara, token).statusCode(400);
        assertThat(sql.rows("SELECT act FROM audit_entry WHERE account_id = ? ORDER BY id", cara.id()))
                .extracting(row -> row.get("act"))
                .containsExactly("ERASURE_ASKED", "ERASURE_CONFIRMED", "ERASURE_CANCELLED");
    }

    @Test
    void only_somebody_who_has_just_logged_in_may_ask() {
        refused(token(Instant.now().minus(Duration.ofMinutes(11))));

        ask(token(Instant.now().minus(Duration.ofMinutes(9)))).statusCode(202);
    }

    @Test
    void a_refreshed_token_is_as_old_as_its_log_in() {
        String cookie = cara.logIn();
        sql.change(
                "UPDATE login_session SET created_at = created_at - interval '11 minutes' WHERE account_id = ?",
                cara.id());

        String refreshed = Someone.nobody()
                .cookie("bearhug_refresh", cookie)
                .post("/v1/login/refresh")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");

        refused(refreshed);
        String fresh = Someone.nobody()
                .body(cara.credentials())
                .post("/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
        ask(fresh).statusCode(202);
    }

    @Test
    void a_link_is_good_for_one_day_and_for_its_own_account() {
        ask(cara.token()).statusCode(202);
        String token = Mailbox.awaitMail(cara.email(), 1).token();
        Someone omar = people.carer();
        ask(omar.token()).statusCode(202);

        confirm(omar, token).statusCode(400).body("code", equalTo("invalid-token"));
        confirm(cara, "unknown").statusCode(400);
        TestClock.set(Instant.now().plus(Erasure.TOKEN_VALID).plusSeconds(1));
        confirm(cara, token).statusCode(400).body("code", equalTo("invalid-token"));
    }

    @Test
    void only_the_newest_link_counts() {
        ask(cara.token()).statusCode(202);
        String first = Mailbox.awaitMail(cara.email(), 1).token();
        ask(cara.token()).statusCode(202);
        String second = Mailbox.awaitMail(cara.email(), 2).token();

        confirm(cara, first).statusCode(400);
        confirm(cara, second).statusCode(200);
    }

    @Test
    void many_wishes_at_once_are_one() {
        List<Integer> answers =
                Race.of(6, i -> () -> ask(cara.token()).extract().statusCode());

        assertThat(answers).containsOnly(202);
        assertThat(sql.rows("SELECT id FROM erasure WHERE account_id = ?", cara.id()))
                .hasSize(1);
    }

    private void refused(String token) {
        ask(token).statusCode(403).body("code", equalTo("fresh-login-needed"));
        assertThat(sql.rows("SELECT id FROM erasure WHERE account_id = ?", cara.id()))
                .isEmpty();
    }

    private String token(Instant loggedIn) {
        return tokens.forPerson(cara.id(), "carer", cara.email(), cara.name(), true, loggedIn);
    }

    private static ValidatableResponse ask(String token) {
        return Someone.nobody().auth().oauth2(token).delete("/v1/me").then();
    }

    private static ValidatableResponse confirm(Someone who, String token) {
        return who.asks()
                .body(Map.of("token", token))
                .post("/v1/me/erasure/confirm")
                .then();
    }
}
