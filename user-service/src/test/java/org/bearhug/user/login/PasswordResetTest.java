package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.equalTo;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordResetTest {

    private static final String NEW = "a better password";

    @Inject
    People people;

    @Inject
    PasswordResets resets;

    @Inject
    DataSource database;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @Test
    void the_link_in_the_mail_leads_to_a_new_password() {
        String cookie = cara.logIn();
        String token = forgotten();

        reset(token, NEW).statusCode(204);

        RefreshTest.refresh(cookie).statusCode(401);
        nobody().body(cara.credentials()).post("/v1/login").then().statusCode(401);
        logIn(NEW).statusCode(200);
        assertThat(Mailbox.awaitMail(cara.email(), 2).subject()).isEqualTo("Your Bearhug password was changed");
    }

    @Test
    void the_link_is_good_once() {
        String token = forgotten();
        reset(token, NEW).statusCode(204);

        reset(token, "yet another password").statusCode(400).body("code", equalTo("invalid-token"));

        logIn(NEW).statusCode(200);
    }

    @Test
    void a_new_password_closes_the_other_links_too() {
        String first = forgotten();
        forgot(cara.email());
        String second = Mailbox.awaitMail(cara.email(), 2).token();
        reset(second, NEW).statusCode(204);

        reset(first, "yet another password").statusCode(400);
    }

    @Test
    void the_link_followed_many_times_at_once_is_good_once() {
        String token = forgotten();

        List<Integer> answers =
                Race.of(6, i -> () -> reset(token, NEW + " " + i).extract().statusCode());

        assertThat(answers).containsOnlyOnce(204);
        assertThat(answers).containsOnly(204, 400);
        logIn(NEW + " " + answers.indexOf(204)).statusCode(200);
    }

    @Test
    void the_link_runs_out_after_an_hour() {
        String token = forgotten();
        TestClock.set(Instant.now().plus(Duration.ofHours(1)).plusSeconds(1));

        reset(token, NEW).statusCode(400).body("code", equalTo("invalid-token"));
        resets.forget();

        assertThat(sql.rows("SELECT expires_at FROM password_reset WHERE account_id = ?", cara.id()))
                .isEmpty();
        logIn(Someone.PASSWORD).statusCode(200);
    }

    @Test
    void a_common_password_leaves_the_link_good() {
        String token = forgotten();

        reset(token, "Password123").statusCode(400).body("errors[0].pointer", equalTo("#/password"));

        reset(token, NEW).statusCode(204);
    }

    @Test
    void a_password_that_holds_the_address_leaves_the_link_good() {
        String token = forgotten();

        reset(token, "xx" + cara.email()).statusCode(400).body("errors[0].pointer", equalTo("#/password"));

        reset(token, NEW).statusCode(204);
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        String unknown = People.address();

        var forKnown = forgot(cara.email()).statusCode(202).extract();
        var forUnknown = forgot(unknown).statusCode(202).extract();

        assertThat(forUnknown.asString()).isEqualTo(forKnown.asString());
        assertThat(Someone.headersOf(forUnknown)).isEqualTo(Someone.headersOf(forKnown));
        await().until(() -> "SENT".equals(sql.one("SELECT state " + Mailbox.LETTERS_TO, unknown)));
        assertThat(Mailbox.of(unknown)).isEmpty();
    }

    @Test
    void a_new_password_ends_the_wait_of_who_tried_too_often() {
        for (int i = 0; i < Attempts.FROM_ONE_PLACE; i++) {
            logIn("a wrong password").statusCode(401);
        }
        logIn(Someone.PASSWORD).statusCode(429);

        reset(forgotten(), NEW).statusCode(204);

        logIn(NEW).statusCode(200);
    }

    private String forgotten() {
        forgot(cara.email()).statusCode(202);
        Mailbox.Mail mail = Mailbox.awaitMail(cara.email(), 1);
        assertThat(mail.subject()).isEqualTo("A new password for Bearhug");
        return mail.token();
    }

    private static ValidatableResponse forgot(String email) {
        return nobody().body(Map.of("email", email)).post("/v1/password/forgot").then();
    }

    private static ValidatableResponse reset(String token, String password) {
        return nobody().body(Map.of("token", token, "password", password))
                .post("/v1/password/reset")
                .then();
    }

    private ValidatableResponse logIn(String password) {
        return nobody().body(Map.of("email", cara.email(), "password", password))
                .post("/v1/login")
                .then();
    }
}
