package org.bearhug.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
class RegistrationTest {

    private static final String FACTS =
            "SELECT type, version, payload::text AS payload FROM outbox WHERE payload->>'email' = ?";

    @Inject
    DataSource database;

    @Inject
    People people;

    @Inject
    Registrations registrations;

    private final String email = People.address();
    private Sql sql;

    @BeforeEach
    void look_into_the_database() {
        sql = new Sql(database);
    }

    @Test
    void whoever_follows_the_link_in_the_mail_has_an_account() {
        register(email, "a fine password").statusCode(202).body(emptyString());
        Mailbox.Mail mail = Mailbox.awaitMail(email, 1);

        assertThat(mail.subject()).isEqualTo("Please confirm your address");
        assertThat(mail.html()).contains("/verify?token=" + mail.token());
        assertThat(accounts(email)).isZero();
        assertThat(sql.rows(FACTS, email)).isEmpty();
        logIn("a fine password").statusCode(403).body("code", equalTo("email-not-verified"));

        verify(mail.token()).statusCode(204);

        Map<String, Object> fact = sql.rows(FACTS, email).get(0);
        assertThat(fact).containsEntry("type", "account.changed").containsEntry("version", 0L);
        assertThat((String) fact.get("payload"))
                .contains("\"name\": \"Cara Lindqvist\"", "\"roles\": [\"carer\"]", "Europe/London", "en-GB")
                .doesNotContain("argon2");
        assertThat(sql.<String>one("SELECT password_hash FROM registration WHERE email = ?", email))
                .isNull();
        logIn("a fine password").statusCode(200).body("tokenType", equalTo("Bearer"));
    }

    @Test
    void a_link_followed_many_times_at_once_makes_one_account() {
        register(email, "a fine password");
        String token = Mailbox.awaitMail(email, 1).token();

        List<Integer> answers = Race.of(8, i -> () -> verify(token).extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(accounts(email)).isOne();
        assertThat(sql.rows(FACTS, email)).hasSize(1);
    }

    @Test
    void two_links_followed_at_once_make_one_account() {
        register(email, "a fine password");
        register(email, "another password");
        Mailbox.awaitMail(email, 2);
        List<Mailbox.Mail> mails = Mailbox.of(email);

        List<Integer> answers =
                Race.of(8, i -> () -> verify(mails.get(i % 2).token()).extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(accounts(email)).isOne();
        assertThat(sql.rows(FACTS, email)).hasSize(1);
    }

    @Test
    void the_password_comes_with_the_link_that_is_followed() {
        register(email, "a strangers password");
        String strangers = Mailbox.awaitMail(email, 1).token();
        register(email, "a fine password");
        String own = Mailbox.awaitMail(email, 2).token();

        verify(own).statusCode(204);
        verify(strangers).statusCode(204);

        logIn("a strangers password").statusCode(401);
        logIn("a fine password").statusCode(200);
    }

    @Test
    void a_known_address_gets_the_same_answer_and_another_mail() {
        Someone known = people.carer();

        ValidatableResponse forKnown = register(known.email(), "another password");
        ValidatableResponse forUnknown = register(email, "another password");

        assertThat(forKnown.extract().statusCode()).isEqualTo(202);
        assertThat(Someone.headersOf(forKnown.extract())).isEqualTo(Someone.headersOf(forUnknown.extract()));
        assertThat(forKnown.extract().asString()).isEqualTo(forUnknown.extract().asString());
        Mailbox.Mail mail = Mailbox.awaitMail(known.email(), 1);
        assertThat(mail.subject()).isEqualTo("You already have a Bearhug account");
        assertThat(mail.text() + mail.html()).doesNotContain("token=");
        nobody().body(known.credentials()).post("/v1/login").then().statusCode(200);
    }

    @Test
    void an_address_is_one_address_however_it_is_spelt() {
        register(" " + email.toUpperCase(Locale.ROOT) + " ", "a fine password").statusCode(202);

        verify(Mailbox.awaitMail(email, 1).token()).statusCode(204);

        assertThat(accounts(email)).isOne();
    }

    @Test
    void a_link_runs_out_after_a_day_and_is_forgotten() {
        register(email, "a fine password");
        String token = Mailbox.awaitMail(email, 1).token();
        TestClock.set(Instant.now().plus(Duration.ofHours(24).plusSeconds(1)));

        verify(token).statusCode(400).body("code", equalTo("invalid-token"));
        logIn("a fine password").statusCode(401);
        registrations.forget();

        assertThat(accounts(email)).isZero();
        assertThat(sql.rows("SELECT id FROM registration WHERE email = ?", email))
                .isEmpty();
    }

    @Test
    void a_link_that_nobody_was_sent_is_refused() {
        verify("x".repeat(43)).statusCode(400).body("code", equalTo("invalid-token"));
    }

    @Test
    void a_password_that_everybody_tries_first_is_refused() {
        register(email, "Password123").statusCode(400).body("errors[0].pointer", equalTo("#/password"));
        register(email, "ababababab").statusCode(400).body("errors[0].pointer", equalTo("#/password"));

        assertThat(sql.rows("SELECT id FROM registration WHERE email = ?", email))
                .isEmpty();
    }

    @Test
    void nobody_makes_an_admin_of_themselves() {
        Map<String, String> wish = new HashMap<>(wish(email, "a fine password"));
        wish.put("role", "ADMIN");

        nobody().body(wish).post("/v1/accounts").then().statusCode(400).body("errors[0].pointer", equalTo("#/role"));
    }

    private long accounts(String address) {
        return sql.<Long>one("SELECT count(*) FROM account WHERE email = ?", address);
    }

    private ValidatableResponse logIn(String password) {
        return nobody().body(Map.of("email", email, "password", password))
                .post("/v1/login")
                .then();
    }

    static ValidatableResponse verify(String token) {
        return nobody().body(Collections.singletonMap("token", token))
                .post("/v1/accounts/verify")
                .then();
    }

    static ValidatableResponse register(String address, String password) {
        return nobody().body(wish(address, password)).post("/v1/accounts").then();
    }

    private static Map<String, String> wish(String address, String password) {
        return Map.of(
                "email",
                address,
                "password",
                password,
                "name",
                "Cara Lindqvist",
                "role",
                "CARER",
                "timeZone",
                "Europe/London");
    }
}
