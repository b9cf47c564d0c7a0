package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Terms;
import org.junit.jupiter.api.Test;

/** A carer who gives up what the instructor has just cancelled, before it was closed. */
class CancelledFirstTest {

    private static final Instant DAY_BEFORE = Instant.parse("2031-03-09T10:00:00Z");

    private final Booking booking = booking();

    @Test
    void all_of_it_comes_back_when_all_was_cancelled() {
        ScheduledSession session = session(10, true);

        Cancellation cancellation =
                Cancellation.of(booking, List.of(place(session, 1500)), List.of(session), DAY_BEFORE);

        assertThat(cancellation.percent()).isEqualTo(100);
        assertThat(cancellation.comesBack().amount()).isEqualTo(1500);
    }

    @Test
    void what_was_cancelled_comes_back_as_a_whole_and_the_rest_by_the_terms() {
        ScheduledSession first = session(10, false);
        ScheduledSession second = session(17, true);
        List<Place> places = List.of(place(first, 1500), place(second, 1500));

        assertThat(Cancellation.of(booking, places, List.of(first, second), DAY_BEFORE)
                        .comesBack()
                        .amount())
                .isEqualTo(1500);
    }

    private static Booking booking() {
        Booking booking = new Booking();
        booking.id = UUID.randomUUID();
        booking.currency = "GBP";
        booking.terms = new Terms(7, 2, 50, 8, 2);
        return booking;
    }

    private Place place(ScheduledSession session, long price) {
        return new Place(
                UUID.randomUUID(),
                booking.id,
                session.id(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Place.State.CONFIRMED,
                price,
                0);
    }

    private static ScheduledSession session(int day, boolean cancelled) {
        LocalDateTime start = LocalDateTime.of(2031, 3, day, 10, 0);
        UUID any = UUID.randomUUID();
        Instant startsAt = Instant.parse("2031-03-" + day + "T10:00:00Z");
        return new ScheduledSession(
                any, any, any, any, "Massage", startsAt, startsAt, start, "Europe/London", 4, 30, cancelled);
    }
}
