package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;

/** Finds out what a wish means now: which sessions, which children, at what price. */
@ApplicationScoped
class Agreements {

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    /**
     * What would be agreed on.
     *
     * @throws Refusal 404 for what is not for sale or another's child, 409 {@code sales-closed},
     *     {@code child-too-young}, {@code child-too-old}
     */
    Agreement on(UUID carer, Wanted wanted) {
        Offer offer =
                wanted.blockId() == null ? timetable.dropIn(wanted.sessionId()) : timetable.block(wanted.blockId());
        List<Child> children = families.children(carer, wanted.childIds());
        Ages.check(children, offer.sessions());
        return new Agreement(
                carer,
                wanted.blockId(),
                wanted.sessionId(),
                offer.title(),
                offer.sessions(),
                children,
                offer.price().times(children.size()),
                offer.terms());
    }

    /**
     * A session in the place of a missed one, for nothing.
     *
     * @throws Refusal as the other, 409 {@code another-course}, {@code credit-expired}
     */
    Agreement on(UUID carer, Credit credit, UUID sessionId) {
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
                offer.price(),
                offer.terms().withoutMakeUps());
    }

    /**
     * What was agreed on when it was held.
     *
     * @throws Refusal 409 {@code sales-closed} when one of its sessions was cancelled meanwhile
     */
    Agreement on(Hold hold) {
        List<ScheduledSession> sessions = timetable.sessions(hold.sessions()).values().stream()
                .sorted(Comparator.comparing(ScheduledSession::startsAt))
                .toList();
        if (sessions.stream().anyMatch(ScheduledSession::cancelled)) {
            throw new Refusal(409, "sales-closed", "One of these sessions was cancelled meanwhile.");
        }
        return new Agreement(
                hold.carerId,
                hold.blockId,
                hold.sessionId,
                hold.title,
                sessions,
                families.children(hold.carerId, List.of(hold.childIds)),
                hold.price(),
                hold.terms);
    }
}
