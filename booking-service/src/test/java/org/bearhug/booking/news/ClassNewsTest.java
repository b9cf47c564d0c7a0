package org.bearhug.booking.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches a carer's mailbox. */
@QuarkusTest
class ClassNewsTest {

    private static final Map<String, String> A_DAY_LATER = Map.of(
            "startsAt", "2031-03-11T18:30:00Z",
            "endsAt", "2031-03-11T19:15:00Z",
            "localStart", "2031-03-11T19:30:00",
            "timeZone", "Europe/Berlin");

    @Inject
    Given given;

    @Inject
    MockMailbox mailbox;

    private final Carer cara = Carer.fresh();
    private Letterbox letterbox;
    private TaughtBlock block;
    private UUID mia;

    @BeforeEach
    void a_block_of_one_seat_and_a_carer_with_an_address() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(1).costs(0).published();
        mia = cara.child("Mia", 10);
        given.known(mia);
        letterbox = Letterbox.of(cara, given, mailbox);
    }

    @Test
    void who_waited_is_told_that_seats_are_kept_and_until_when_by_the_own_clock() {
        Carer omar = Carer.fresh();
        String booking = omar.bookBlock(block.id(), omar.child("Ben", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cara.waitFor(block.id(), mia).then().statusCode(201);
        assertThat(letterbox.all()).isEmpty();

        omar.cancel(booking).then().statusCode(200);

        Mail mail = letterbox.only();
        assertThat(mail.getSubject()).isEqualTo("There is room for you");
        assertThat(mail.getText())
                .contains(
                        "Baby massage for beginners, from Monday, 10 March 2031 at 10:00 (Europe/London)",
                        "(America/New_York)",
                        "/my-classes")
                .doesNotContain("Mia");
    }

    @Test
    void who_booked_is_told_what_of_it_was_cancelled() {
        cara.bookBlock(block.id(), mia).then().statusCode(201);

        block.tellSession(0, 2, Map.of("state", "CANCELLED"));

        Mail mail = letterbox.only();
        assertThat(mail.getSubject()).isEqualTo("A class was cancelled");
        assertThat(mail.getText())
                .contains("Monday, 10 March 2031 at 10:00 (Europe/London)")
                .doesNotContain("17 March", "Mia");
    }

    @Test
    void who_booked_is_told_of_another_time_and_of_nothing_else() {
        cara.bookBlock(block.id(), mia).then().statusCode(201);

        block.changed(0, 2, Map.of("title", "Baby massage by candlelight"));
        block.changed(0, 3, A_DAY_LATER);
        block.tellSession(0, 3, A_DAY_LATER);
        block.changed(1, 2, Map.of());

        Mail mail = letterbox.only();
        assertThat(mail.getSubject()).isEqualTo("A class has another time");
        assertThat(mail.getText())
                .contains(
                        "was to begin on Monday, 10 March 2031 at 11:00 (Europe/Berlin)",
                        "Tuesday, 11 March 2031 at 19:30 (Europe/Berlin)")
                .doesNotContain("Mia");
        assertThat(given.sql().<Long>one("SELECT count(*) FROM letter WHERE account_id = ?", cara.id()))
                .isOne();
    }
}
