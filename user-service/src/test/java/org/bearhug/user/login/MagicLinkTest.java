package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MagicLinkTest {

    @Inject
    People people;

    @Inject
    MagicLinks links;

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
    void the_link_in_the_mail_logs_in_the_browser_that_asked() {
        String browser = asked(ask(cara.email()));
        Mailbox.Mail mail = Mailbox.awaitMail(cara.email(), 1);

        ExtractableResponse<Response> in =
                redeem(mail.token(), browser).statusCode(200).extract();

        assertThat(mail.subject()).isEqualTo("Your way into Bearhug");
        assertThat(mail.html()).contains("/magic-link?token=" + mail.token(), "15 minutes");
        nobody().auth().oauth2(in.path("accessToken")).get("/v1/me").then().body("email", equalTo(cara.email()));
        RefreshTest.refresh(in.cookie("bearhug_refresh")).statusCode(200);
        assertThat(in.cookie("bearhug_device")).isNotEmpty();
        cara.asks().get("/v1/me/logins").then().body("items.method", hasItem("MAGIC_LINK"));
    }

    @Test
    void another_browser_is_told_where_to_open_it_and_the_link_stays_good_there() {
        String browser = asked(ask(cara.email()));
        String token = Mailbox.awaitMail(cara.email(), 1).token();
        String intruder = asked(ask(People.address()));

        for (String other : new String[] {null, "", "x", intruder}) {
            redeem(token, other).statusCode(403).body("code", equalTo("other-browser"));
        }

        assertThat(sql.<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", cara.id()))
                .isZero();
        redeem(token, browser).statusCode(200);
    }

    @Test
    void the_link_is_good_once() {
        String browser = asked(ask(cara.email()));
        String token = Mailbox.awaitMail(cara.email(), 1).token();
        redeem(token, browser).statusCode(200);

        redeem(token, browser).statusCode(400).body("code", equalTo("invalid-token"));
        redeem(token, null).statusCode(400);
        redeem("unknown", browser).statusCode(400);
    }

    @Test
    void the_link_runs_out_after_a_quarter_of_an_hour() {
        String browser = asked(ask(cara.email()));
        String token = Mailbox.awaitMail(cara.email(), 1).token();
        TestClock.set(Instant.now().plus(MagicLinks.VALID).plusSeconds(1));

        redeem(token, browser).statusCode(400).body("code", equalTo("invalid-token"));
        redeem(token, null).statusCode(400);
        links.forget();

        assertThat(linksOfCara()).isZero();
    }

    @Test
    void a_browser_that_asks_again_can_use_either_link_but_not_both() {
        String browser = asked(ask(cara.email()));
        String first = Mailbox.awaitMail(cara.email(), 1).token();
        ExtractableResponse<Response> again = ask(cara.email(), browser);
        String second = Mailbox.awaitMail(cara.email(), 2).token();

        assertThat(asked(again)).isEqualTo(browser);
        redeem(first, browser).statusCode(200);
        redeem(second, browser).statusCode(400);
    }

    @Test
    void a_new_password_closes_the_links() {
        String browser = asked(ask(cara.email()));
        String token = Mailbox.awaitMail(cara.email(), 1).token();
        nobody().body(Map.of("email", cara.email())).post("/v1/password/forgot");
        String reset = Mailbox.awaitMail(cara.email(), 2).token();
        nobody().body(Map.of("token", reset, "password", "a better password"))
                .post("/v1/password/reset")
                .then()
                .statusCode(204);

        redeem(token, browser).statusCode(400);
    }

    @Test
    void an_unknown_address_gets_the_same_answer_and_no_mail() {
        String unknown = People.address();

        ExtractableResponse<Response> forKnown = ask(cara.email());
        ExtractableResponse<Response> forUnknown = ask(unknown);

        assertThat(forUnknown.asString()).isEqualTo(forKnown.asString());
        assertThat(cookieShape(forUnknown)).isEqualTo(cookieShape(forKnown)).contains("HttpOnly", "SameSite=Strict");
        assertThat(forUnknown.header("RateLimit")).startsWith("\"magic-link\";r=4;");
        assertThat(forUnknown.headers().asList())
                .hasSameSizeAs(forKnown.headers().asList());
        await().until(() -> "SENT".equals(sql.one("SELECT state " + Mailbox.LETTERS_TO, unknown)));
        assertThat(Mailbox.of(unknown)).isEmpty();
    }

    private static String cookieShape(ExtractableResponse<Response> answer) {
        return answer.header("Set-Cookie").replaceAll("=[A-Za-z0-9_-]{43};", "=…;");
    }

    @Test
    void whoever_asks_too_often_has_to_wait_known_or_not() {
        for (String email : new String[] {cara.email(), People.address()}) {
            for (int i = 0; i < Attempts.LINKS; i++) {
                ask(email);
            }
            nobody().body(Map.of("email", email))
                    .post("/v1/login/magic-link")
                    .then()
                    .statusCode(429)
                    .header("RateLimit-Policy", equalTo("\"magic-link\";q=5;w=900"))
                    .body("code", equalTo("rate-limited"));
        }
        cara.logIn();
    }

    @Test
    void the_token_and_the_browser_are_kept_as_hashes_alone() {
        String browser = asked(ask(cara.email()));
        String token = Mailbox.awaitMail(cara.email(), 1).token();

        assertThat(sql.rows("SELECT l::text FROM magic_link l WHERE account_id = ?", cara.id())
                        .toString())
                .doesNotContain(browser, token);
    }

    private long linksOfCara() {
        return sql.<Long>one("SELECT count(*) FROM magic_link WHERE account_id = ?", cara.id());
    }

    static ExtractableResponse<Response> ask(String email) {
        return ask(email, null);
    }

    private static ExtractableResponse<Response> ask(String email, String browser) {
        RequestSpecification request = nobody().body(Map.of("email", email));
        return (browser == null ? request : request.cookie("bearhug_asked", browser))
                .post("/v1/login/magic-link")
                .then()
                .statusCode(202)
                .extract();
    }

    static String asked(ExtractableResponse<Response> answer) {
        return answer.cookie("bearhug_asked");
    }

    static ValidatableResponse redeem(String token, String browser) {
        RequestSpecification request = nobody().body(Map.of("token", token));
        return (browser == null ? request : request.cookie("bearhug_asked", browser))
                .post("/v1/login/magic-link/redeem")
                .then();
    }
}
