package org.bearhug.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.letters.LetterTray;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LettersTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    @Inject
    LetterTray tray;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @Test
    void a_letter_waits_for_a_mail_server_that_is_away() {
        Mailbox.isAway(true);
        try {
            forgot();
            await().atMost(Mailbox.PATIENCE).until(() -> attempts() == 1 && dueLater());
        } finally {
            Mailbox.isAway(false);
        }
        assertThat(letter()).containsEntry("state", "WAITING");

        TestClock.set(Instant.now().plusSeconds(6));

        String token = Mailbox.awaitMail(cara.email(), 1).token();
        await().atMost(Mailbox.PATIENCE).until(() -> letter().get("state").equals("SENT"));
        assertThat(letter().get("sealed")).isNull();
        assertThat(attempts()).isEqualTo(2);
        nobody().body(Map.of("token", token, "password", "a better password"))
                .post("/v1/password/reset")
                .then()
                .statusCode(204);
    }

    @Test
    void a_letter_that_cannot_be_delivered_for_a_day_is_given_up_and_forgotten() {
        Mailbox.isAway(true);
        try {
            forgot();
            await().atMost(Mailbox.PATIENCE).until(() -> attempts() == 1 && dueLater());
            TestClock.set(Instant.now().plus(Duration.ofHours(24)).plusSeconds(1));

            await().atMost(Mailbox.PATIENCE).until(() -> letter().get("state").equals("GIVEN_UP"));
            assertThat(letter().get("sealed")).isNull();
        } finally {
            Mailbox.isAway(false);
        }
        tray.forget();

        assertThat(sql.rows("SELECT id " + Mailbox.LETTERS_TO, cara.email())).isEmpty();
    }

    @Test
    void a_letter_taken_by_a_process_that_died_is_sent_by_another() {
        Mailbox.isAway(true);
        try {
            forgot();
            await().atMost(Mailbox.PATIENCE).until(() -> attempts() == 1 && dueLater());
            sql.change(
                    "UPDATE letter SET attempts = 2, due_at = now() + interval '2 min' WHERE recipient = ?",
                    cara.email());
        } finally {
            Mailbox.isAway(false);
        }

        TestClock.set(Instant.now().plusSeconds(121));

        Mailbox.awaitMail(cara.email(), 1);
        assertThat(attempts()).isEqualTo(3);
    }

    @Test
    void a_letter_at_which_the_mail_server_hangs_holds_up_no_other() {
        List<Someone> others = List.of(people.carer(), people.carer(), people.carer(), people.carer());
        Mailbox.hangsAt(cara.email());
        try {
            forgot();
            await().until(() -> attempts() == 1);
            others.forEach(other -> forgot(other.email()));

            // Sooner than the sender gives the first one up.
            await().atMost(Duration.ofSeconds(8)).until(() -> others.stream()
                    .allMatch(other -> !Mailbox.of(other.email()).isEmpty()));
            assertThat(letter()).containsEntry("state", "WAITING").containsEntry("attempts", 1);
            assertThat(Mailbox.of(cara.email())).isEmpty();
        } finally {
            Mailbox.hangsAt(null);
        }
        Mailbox.awaitMail(cara.email(), 1);
    }

    @Test
    void of_a_letter_that_was_sent_no_address_is_kept() {
        forgot();

        await().atMost(Mailbox.PATIENCE).until(() -> letter().get("state").equals("SENT"));

        assertThat(letter().get("recipient").toString()).startsWith("sha256:").doesNotContain(cara.email());
        assertThat(sql.rows("SELECT id FROM letter WHERE recipient = ?", cara.email()))
                .isEmpty();
    }

    @Test
    void an_address_gets_ten_letters_an_hour_at_most() {
        for (int i = 0; i < Letters.LIMIT + 3; i++) {
            forgot();
        }

        assertThat(count()).isEqualTo(Letters.LIMIT);
        TestClock.set(Instant.now().plus(Duration.ofHours(1)).plusSeconds(5));
        forgot();
        assertThat(count()).isEqualTo(Letters.LIMIT + 1);
    }

    @Test
    void what_a_letter_says_is_sealed_while_it_waits() {
        Mailbox.isAway(true);
        String sealed;
        try {
            forgot();
            await().atMost(Mailbox.PATIENCE).until(() -> attempts() == 1 && dueLater());
            sealed = (String) letter().get("sealed");
        } finally {
            Mailbox.isAway(false);
        }

        assertThat(sealed).isNotEmpty().doesNotContain("token", "http");
    }

    @Test
    void a_letter_is_plain_text_and_html_and_says_that_no_person_wrote_it() {
        forgot();

        Mailbox.Mail mail = Mailbox.awaitMail(cara.email(), 1);

        assertThat(mail.text()).startsWith("Hello,").doesNotContain("<", "{words");
        assertThat(mail.html()).contains("<html lang=\"en-GB\">", mail.token()).doesNotContain("{words");
        assertThat(mail.headers()).contains("Auto-Submitted: auto-generated", "From: Bearhug <hello@bearhug.example>");
    }

    private void forgot() {
        forgot(cara.email());
    }

    private static void forgot(String email) {
        nobody().body(Map.of("email", email)).post("/v1/password/forgot").then().statusCode(202);
    }

    private Map<String, Object> letter() {
        return sql.rows("SELECT state, sealed, attempts, recipient " + Mailbox.LETTERS_TO, cara.email())
                .get(0);
    }

    private int attempts() {
        return (Integer) letter().get("attempts");
    }

    /** Put back after a try: due in some seconds, not in the two minutes for which it is taken. */
    private boolean dueLater() {
        return sql.<Boolean>one("SELECT due_at < now() + interval '60 s' " + Mailbox.LETTERS_TO, cara.email());
    }

    private long count() {
        return sql.<Long>one("SELECT count(*) " + Mailbox.LETTERS_TO, cara.email());
    }
}
