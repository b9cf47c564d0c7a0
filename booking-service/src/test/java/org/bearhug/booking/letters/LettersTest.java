package org.bearhug.booking.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Neighbours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class LettersTest {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("title", "Baby <b>massage</b>"),
            Map.entry("sum", "65.00 GBP"),
            Map.entry("day", "Monday, 10 March 2031"),
            Map.entry("when", "Monday, 10 March 2031 at 10:00 (Europe/London)"),
            Map.entry("before", "Sunday, 9 March 2031 at 10:00 (Europe/London)"),
            Map.entry("howToPay", "Bank: 12-34"),
            Map.entry("instructor", "Ines"),
            Map.entry("text", "Bring a towel"),
            Map.entry("host", "hooks.example"),
            Map.entry("why", "Baby <b>massage</b> was too far away"),
            Map.entry("link", "https://bearhug.test/bookings/1"));

    @Inject
    Letters letters;

    @Inject
    MockMailbox mailbox;

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private final String address = "cara-" + UUID.randomUUID() + "@bearhug.test";

    private void told(long version) {
        Neighbours.publish(
                "user-service",
                "account.changed",
                cara.id(),
                version,
                Map.of("id", cara.id(), "name", cara.name(), "email", address));
    }

    private List<Mail> mails() {
        return mailbox.getMailsSentTo(address);
    }

    private void write(LetterKind kind) {
        QuarkusTransaction.requiringNew().run(() -> letters.write(kind, cara.id(), WORDS));
    }

    @ParameterizedTest
    @EnumSource
    void each_letter_says_what_it_is_about_and_where_to_look(LetterKind kind) {
        told(1);
        await().until(() ->
                given.sql().rows("SELECT 1 FROM carer WHERE email = ?", address).size() == 1);
        write(kind);

        await().until(() -> mails() != null && mails().size() == 1);
        Mail mail = mails().get(0);
        assertThat(mail.getSubject()).isEqualTo(kind.subject()).isNotBlank();
        assertThat(mail.getText())
                .startsWith("Hello,")
                .contains("massage", "/bookings/1")
                .doesNotContain("{");
        assertThat(mail.getHtml())
                .contains("href=\"https://bearhug.test/bookings/1\"", "&lt;b&gt;")
                .doesNotContain("<b>", "{");
    }

    @Test
    void a_letter_waits_for_an_address_and_what_it_says_lies_sealed_meanwhile() {
        write(LetterKind.PAY_INSTRUCTOR);
        await().until(() ->
                given.sql().<Integer>one("SELECT attempts FROM letter WHERE account_id = ?", cara.id()) == 1);
        assertThat(given.sql()
                        .rows("SELECT l::text FROM letter l WHERE account_id = ?", cara.id())
                        .toString())
                .doesNotContain("massage", "65.00");

        told(1);
        // It is tried again after five seconds, which are over.
        given.sql().change("UPDATE letter SET due_at = due_at - interval '5 seconds' WHERE account_id = ?", cara.id());

        await().atMost(java.time.Duration.ofSeconds(30)).until(() -> mails() != null && mails().size() == 1);
        await().until(() -> "SENT".equals(given.sql().one("SELECT state FROM letter WHERE account_id = ?", cara.id())));
        assertThat(given.sql().<String>one("SELECT sealed FROM letter WHERE account_id = ?", cara.id()))
                .isNull();
    }

    @Test
    void what_is_rolled_back_is_not_written() {
        told(1);
        QuarkusTransaction.begin();
        letters.write(LetterKind.NOT_PAID, cara.id(), WORDS);
        QuarkusTransaction.rollback();

        assertThat(given.sql().<Long>one("SELECT count(*) FROM letter WHERE account_id = ?", cara.id()))
                .isZero();
    }
}
