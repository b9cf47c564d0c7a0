package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** The baby is ill: the seat is free for somebody else, and another session of the course takes its place. */
@ApplicationScoped
class Absences {

    private static final String GRANT =
            """
            INSERT INTO make_up_credit (place_id, child_id, course_id, block_id, nth, title, currency, granted_at, valid_until)
            VALUES (:place, :child, :course, :block, :nth, :title, :currency, :now, :validUntil)""";

    @Inject
    Session database;

    @Inject
    Places places;

    @Inject
    Timetable timetable;

    @Inject
    SeatLedger ledger;

    @Inject
    DeskFacts facts;

    @Inject
    KnownCredits known;

    @Inject
    Clock clock;

    /**
     * Gives back a place before its session starts, for a credit. Doing it again changes nothing.
     *
     * @throws Refusal 404 for another's, 409 {@code place-released}, {@code session-cancelled}, {@code
     *     too-late-for-absence}, {@code make-up-limit-reached}
     */
    @Transactional
    CreditView tell(UUID carer, UUID placeId) {
        Place seen = places.of(carer, placeId).orElseThrow(() -> Refusal.notFound("place"));
        Booking booking = Booking.locked(seen.bookingId());
        Instant now = clock.instant();
        return Credit.forPlace(placeId)
                .map(told -> CreditView.of(told, now))
                .orElseGet(() -> told(booking, places.of(carer, placeId).orElseThrow(), now));
    }

    private CreditView told(Booking booking, Place place, Instant now) {
        if (!place.isConfirmed()) {
            throw new Refusal(409, "place-released", "This place was given back.");
        }
        ScheduledSession session = timetable.session(place.sessionId()).orElseThrow(() -> Refusal.notFound("place"));
        requireToCome(session, now);
        int granted = Credit.granted(place.childId(), session.blockId());
        if (granted >= booking.terms.makeUpsPerBlock()) {
            throw new Refusal(409, "make-up-limit-reached", "No more sessions of this block can be made up for.")
                    .with("makeUpsPerBlock", booking.terms.makeUpsPerBlock());
        }
        List<SeatChange> released = ledger.release(booking.id, List.of(place.childId()), List.of(session.id()), now);
        grant(booking, place, session, granted + 1, now);
        facts.placesReleased(booking.carerId, DeskFacts.Reason.ABSENCE, released);
        Credit credit = Credit.forPlace(place.id()).orElseThrow();
        known.remember(credit);
        return CreditView.of(credit, now);
    }

    private static void requireToCome(ScheduledSession session, Instant now) {
        if (session.cancelled()) {
            throw new Refusal(409, "session-cancelled", "This session does not take place.");
        }
        if (!now.isBefore(session.startsAt())) {
            throw new Refusal(409, "too-late-for-absence", "This session has begun.");
        }
    }

    private void grant(Booking booking, Place place, ScheduledSession session, int nth, Instant now) {
        try {
            database.createNativeMutationQuery(GRANT)
                    .setParameter("place", place.id())
                    .setParameter("child", place.childId())
                    .setParameter("course", session.courseId())
                    .setParameter("block", session.blockId())
                    .setParameter("nth", nth)
                    .setParameter("title", booking.title)
                    .setParameter("currency", booking.currency)
                    .setParameter("now", now)
                    .setParameter(
                            "validUntil",
                            session.localStart()
                                    .plusWeeks(booking.terms.makeUpWeeks())
                                    .atZone(ZoneId.of(session.timeZone()))
                                    .toInstant())
                    .executeUpdate();
        } catch (ConstraintViolationException another) {
            // Another absence of the child in this block was told at the same moment.
            throw Refusal.unavailable("Another absence was told just now. Please try again.");
        }
    }
}
