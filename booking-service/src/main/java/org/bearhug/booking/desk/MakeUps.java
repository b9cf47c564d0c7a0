package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;

/** Booking a session in the place of a missed one. */
@ApplicationScoped
class MakeUps {

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    @Inject
    SeatLedger ledger;

    @Inject
    Bookings bookings;

    @Inject
    Clock clock;

    /**
     * Books a session in the place of a missed one.
     *
     * @throws Refusal 404 for another's credit, 409 {@code credit-used}, {@code another-course}, {@code credit-expired}, and as
     *     {@link Bookings#book}
     */
    @Transactional
    BookingView makeUp(UUID carer, UUID creditId, UUID sessionId) {
        Credit credit = Credit.lockedOf(carer, creditId).orElseThrow(() -> Refusal.notFound("credit"));
        if (credit.bookingId != null) {
            throw new Refusal(409, "credit-used", "This credit is used.").with("bookingId", credit.bookingId);
        }
        Instant now = clock.instant();
        Agreement agreement = on(carer, credit, sessionId);
        BookingView booking = bookings.confirmed(agreement, ledger.take(agreement, now), now);
        credit.bookingId = booking.id();
        return booking;
    }

    /** For nothing. */
    private Agreement on(UUID carer, Credit credit, UUID sessionId) {
        Offer offer = timetable.makeUp(sessionId, credit.currency);
        ScheduledSession session = offer.sessions().get(0);
        if (!session.courseId().equals(credit.courseId)) {
            throw new Refusal(409, "another-course", "Choose a session of the same course.");
        }
        if (session.startsAt().isAfter(credit.validUntil)) {
            throw new Refusal(409, "credit-expired", "This session lies beyond the credit's time.")
                    .with("validUntil", credit.validUntil);
        }
        List<Child> children = families.children(carer, List.of(credit.childId));
        Ages.check(children, offer.sessions());
        return new Agreement(
                carer,
                null,
                sessionId,
                offer.title(),
                offer.sessions(),
                children,
                Price.nothing(credit.currency),
                offer.terms().withoutMakeUps(),
                null);
    }
}
