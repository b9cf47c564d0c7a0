package org.bearhug.user.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasskeysAfterResetTest {

    @Inject
    People people;

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
    void a_new_password_shuts_out_who_added_a_passkey_these_days() {
        SoftwareAuthenticator intruders = PasskeyCalls.deviceOf(cara);

        Mailbox.Mail mail = resetPassword();

        PasskeyCalls.logIn(intruders.get(PasskeyCalls.loginOptions())).statusCode(401);
        assertThat(mail.text()).contains("were removed (1)").doesNotContain("open your account as before", "My phone");
        assertThat(mail.html()).contains("were removed (1)").doesNotContain("open your account as before", "My phone");
        cara.asks().get("/v1/me/audit").then().body("items.act", hasItem("PASSKEY_REMOVED"));
    }

    @Test
    void an_older_passkey_stays_and_the_letter_tells_of_it() {
        SoftwareAuthenticator own = PasskeyCalls.deviceOf(cara);
        sql.change("UPDATE passkey SET created_at = '2026-03-01T09:00:00Z' WHERE account_id = ?", cara.id());

        Mailbox.Mail mail = resetPassword();

        PasskeyCalls.logIn(own.get(PasskeyCalls.loginOptions())).statusCode(200);
        assertThat(mail.text())
                .contains("Sunday, 1 March 2026, at 09:00", "remove it in your account")
                .doesNotContain("were removed", "My phone");
        assertThat(mail.html()).contains("Sunday, 1 March 2026, at 09:00").doesNotContain("My phone");
    }

    @Test
    void who_has_no_passkey_is_told_of_none() {
        assertThat(resetPassword().text()).doesNotContain("asskey");
    }

    /** Gives the letter that tells of it. */
    private Mailbox.Mail resetPassword() {
        nobody().body(Map.of("email", cara.email()))
                .post("/v1/password/forgot")
                .then()
                .statusCode(202);
        String token = mailWith("A new password").token();
        nobody().body(Map.of("token", token, "password", "a better password"))
                .post("/v1/password/reset")
                .then()
                .statusCode(204);
        return mailWith("was changed");
    }

    private Mailbox.Mail mailWith(String subject) {
        return Mailbox.awaitMail(cara.email(), mail -> mail.subject().contains(subject));
    }
}
