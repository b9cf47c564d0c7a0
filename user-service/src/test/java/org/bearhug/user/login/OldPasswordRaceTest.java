package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.bearhug.kit.Refusal;
import org.bearhug.testing.Sql;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.bearhug.user.account.Authentication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log-in with the old password is under way while a new one is set, to shut out whoever knows the old. */
@QuarkusTest
class OldPasswordRaceTest {

    private static final Visit VISIT = new Visit("x", "x", "A browser", Optional.empty());

    @Inject
    People people;

    @Inject
    Authentication authentication;

    @Inject
    Logins logins;

    @Inject
    Entrance entrance;

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
    void a_log_in_that_was_checked_before_the_reset_opens_nothing_after_it() {
        Authentication.Authenticated intruder = authentication.authenticate(cara.email(), Someone.PASSWORD);
        setPassword();

        assertThat(refusalOf(intruder)).isEqualTo("invalid-credentials");

        assertThat(sessions()).isZero();
    }

    /** The reset holds the account when the log-in comes to open its session, and commits while that one waits. */
    @Test
    void a_log_in_that_waits_for_the_reset_opens_nothing() throws SQLException {
        Authentication.Authenticated intruder = authentication.authenticate(cara.email(), Someone.PASSWORD);
        CompletableFuture<String> logIn;
        try (Connection reset = database.getConnection()) {
            reset.setAutoCommit(false);
            try (PreparedStatement change =
                    reset.prepareStatement("UPDATE account SET password_version = password_version + 1 WHERE id = ?")) {
                change.setObject(1, cara.id());
                change.executeUpdate();
            }
            logIn = CompletableFuture.supplyAsync(() -> refusalOf(intruder));
            await().until(() -> sql.<Long>one(
                            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE%'")
                    == 1);
            try (PreparedStatement end = reset.prepareStatement("DELETE FROM login_session WHERE account_id = ?")) {
                end.setObject(1, cara.id());
                end.executeUpdate();
            }
            reset.commit();
        }

        assertThat(logIn.join()).isEqualTo("invalid-credentials");
        assertThat(sessions()).isZero();
    }

    /** The control: without a second look at the password, the session stays open after the reset. */
    @Test
    void without_the_second_look_a_session_would_stay_open() {
        UUID intruder = authentication
                .authenticate(cara.email(), Someone.PASSWORD)
                .account()
                .id();
        setPassword();

        QuarkusTransaction.requiringNew().run(() -> logins.open(intruder, LoginMethod.PASSWORD, "A browser"));

        assertThat(sessions()).isOne();
    }

    @Test
    void a_hash_that_is_only_made_anew_disturbs_no_log_in() {
        Authentication.Authenticated somebody = authentication.authenticate(cara.email(), Someone.PASSWORD);
        sql.change(
                "UPDATE account SET password_hash = ? WHERE id = ?",
                "$argon2id$v=19$m=1024,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$Pd1svjewQ5+aHEqYWg8LZO+xnZX46NNj6jRPZ3xks80",
                cara.id());
        cara.logIn();

        assertThat(refusalOf(somebody)).isEqualTo("none");
    }

    private String refusalOf(Authentication.Authenticated somebody) {
        try {
            entrance.admit(() -> authentication.stillThe(somebody), LoginMethod.PASSWORD, VISIT);
            return "none";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private void setPassword() {
        nobody().body("{\"email\": \"" + cara.email() + "\"}").post("/v1/password/forgot");
        String token = Mailbox.awaitMail(cara.email(), 1).token();
        nobody().body("{\"token\": \"" + token + "\", \"password\": \"a better password\"}")
                .post("/v1/password/reset")
                .then()
                .statusCode(204);
    }

    private long sessions() {
        return sql.<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", cara.id());
    }
}
