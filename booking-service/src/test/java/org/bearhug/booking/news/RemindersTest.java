package org.bearhug.booking.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The letter of the day before. */
@QuarkusTest
class RemindersTest {

    private static final Instant A_DAY_BEFORE = Given.FIRST_START.minus(Duration.ofDays(1));

    private static final Map<String, String> AN_HOUR_LATER = Map.of(
            "startsAt", "2031-03-10T11:00:00Z",
            "endsAt", "2031-03-10T12:00:00Z",
            "localStart", "2031-03-10T11:00:00");

    private static final Map<String, String> A_DAY_LATER = Map.of(
            "startsAt", "2031-03-11T10:00:00Z",
            "endsAt", "2031-03-11T11:00:00Z",
            "localStart", "2031-03-11T10:00:00");

    /** The night between is an hour short. */
    private static final Map<String, String> THE_FIRST_MORNING_OF_SUMMER_TIME = Map.of(
            "startsAt", "2031-03-30T09:00:00Z",
            "endsAt", "2031-03-30T10:00:00Z",
            "localStart", "2031-03-30T10:00:00");

    @Inject
    Given given;

    @Inject
    Reminders reminders;

    @Inject
    MockMailbox mailbox;

    private final Carer cara = Carer.fresh();
    private Letterbox letterbox;
    private TaughtBlock block;
    private UUID mia;

    @BeforeEach
    void a_block_and_a_carer_with_an_address() {
        given.a_week_before();
        block = given.block().ofSessions(2).costs(0).published();
        mia = cara.child("Mia", 10);
        given.known(mia);
        letterbox = Letterbox.of(cara, given, mailbox);
    }

    @Test
    void whoever_has_places_is_reminded_once_a_day_before_by_both_clocks() {
        UUID ben = cara.child("Ben", 12);
        given.known(ben);
        books(mia, ben);

        at(A_DAY_BEFORE.minusSeconds(1));
        assertThat(letters()).isZero();
        at(A_DAY_BEFORE);
        at(A_DAY_BEFORE.plusSeconds(60));

        assertThat(letters()).isOne();
        Mail mail = letterbox.only();
        assertThat(mail.getSubject()).isEqualTo("Your class begins soon");
        assertThat(mail.getText())
                .contains(
                        "Baby massage for beginners begins soon",
                        "Monday, 10 March 2031 at 10:00 (Europe/London)",
                        "By your own clock: Monday, 10 March 2031 at 06:00 (America/New_York)",
                        "/my-classes")
                .doesNotContainIgnoringCase("zoom")
                .doesNotContain("Mia", "Ben", "/join", "/door", "/ways");
    }

    @Test
    void runs_at_the_same_moment_remind_once() {
        books(mia);
        TestClock.set(A_DAY_BEFORE);

        CompletableFuture<?>[] runs = Stream.generate(() -> CompletableFuture.runAsync(() -> reminders.remind()))
                .limit(4)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(runs).join();

        assertThat(letters()).isOne();
    }

    @Test
    void who_books_later_than_that_is_reminded_of_what_comes_after() {
        TestClock.set(A_DAY_BEFORE.plusSeconds(1));
        books(mia);

        at(A_DAY_BEFORE.plusSeconds(60));
        assertThat(letters()).isZero();

        at(A_DAY_BEFORE.plus(Duration.ofDays(7)));
        assertThat(letters()).isOne();
    }

    @Test
    void nobody_is_reminded_of_what_was_given_up_or_cancelled() {
        String booking = books(mia);
        assertThat(cara.cancel(booking).statusCode()).isEqualTo(200);
        at(A_DAY_BEFORE);
        assertThat(letters()).isZero();

        given.a_week_before();
        books(mia);
        block.changed(0, 2, Map.of("state", "CANCELLED"));
        at(A_DAY_BEFORE);
        assertThat(letters()).isZero();
    }

    @Test
    void of_what_has_begun_nobody_is_reminded() {
        books(mia);

        at(Given.FIRST_START);

        assertThat(letters()).isZero();
    }

    @Test
    void who_was_reminded_of_a_class_that_is_moved_to_later_is_reminded_anew() {
        books(mia);
        at(A_DAY_BEFORE);

        block.changed(0, 2, A_DAY_LATER);
        at(A_DAY_BEFORE.plusSeconds(60));
        assertThat(letters()).isOne();

        at(A_DAY_BEFORE.plus(Duration.ofDays(1)));
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void the_letter_about_another_time_soon_is_the_reminder() {
        books(mia);
        at(A_DAY_BEFORE.plus(Duration.ofHours(2)));
        assertThat(letters()).isOne();

        block.changed(1, 2, AN_HOUR_LATER);
        reminders.remind();

        assertThat(letters()).isOne();
        assertThat(noted()).isEqualTo(2);
    }

    @Test
    void the_hours_are_counted_where_the_night_is_shorter() {
        block.changed(1, 2, THE_FIRST_MORNING_OF_SUMMER_TIME);
        books(mia);
        Instant due = Instant.parse("2031-03-29T09:00:00Z");

        at(due.minusSeconds(1));
        assertThat(letters()).isZero();
        at(due);

        assertThat(letters()).isOne();
        assertThat(letterbox.only().getText())
                .contains(
                        "Sunday, 30 March 2031 at 10:00 (Europe/London)", "30 March 2031 at 05:00 (America/New_York)");
    }

    @Test
    void who_is_erased_is_reminded_of_nothing_and_it_is_forgotten() {
        books(mia);
        at(A_DAY_BEFORE);
        assertThat(letters()).isOne();

        cara.erased(2);

        await().until(() -> noted() == 0);
        at(A_DAY_BEFORE.plusSeconds(60));
        assertThat(letters()).isZero();
    }

    @Test
    void what_is_over_is_forgotten_a_day_later() {
        books(mia);
        at(A_DAY_BEFORE);
        TestClock.set(Given.FIRST_START.plus(Duration.ofDays(1)));
        reminders.tidy();
        assertThat(noted()).isOne();

        TestClock.set(Given.FIRST_START.plus(Duration.ofDays(1)).plusSeconds(1));
        reminders.tidy();

        assertThat(noted()).isZero();
    }

    /** Two days before, when the job itself does nothing yet. */
    @Test
    void switched_off_it_reminds_nobody() {
        books(mia);
        TestClock.set(A_DAY_BEFORE.minus(Duration.ofDays(1)));

        reminders.remind(Reminders.parsed("off"));
        reminders.remind(Reminders.parsed("0"));
        assertThat(letters()).isZero();

        reminders.remind(Reminders.parsed("48h"));
        assertThat(letters()).isOne();
    }

    private String books(UUID... children) {
        return cara.bookBlock(block.id(), children)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void at(Instant now) {
        TestClock.set(now);
        reminders.remind();
    }

    private long letters() {
        return given.sql()
                .<Long>one("SELECT count(*) FROM letter WHERE account_id = ? AND kind = 'CLASS_REMINDER'", cara.id());
    }

    private long noted() {
        return given.sql().<Long>one("SELECT count(*) FROM class_reminder WHERE carer_id = ?", cara.id());
    }
}
