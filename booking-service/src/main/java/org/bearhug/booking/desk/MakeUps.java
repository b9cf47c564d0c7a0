package org.bearhug.booking.desk;

import java.util.List;
import java.util.function.Supplier;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.kit.Refusal;

/** What a credit is good for: a session of the same course, for nothing. */
final class MakeUps {

    private MakeUps() {}

    /**
     * What is agreed on for a credit, be it used or not.
     *
     * @param child the credit's
     * @throws Refusal 409 {@code another-course}, {@code credit-expired}, {@code child-too-young}, {@code child-too-old}
     */
    static Agreement on(PlainBooking asked, Credit credit, Offer offer, Supplier<List<Child>> child) {
        ScheduledSession session = offer.sessions().get(0);
        if (!session.courseId().equals(credit.courseId)) {
            throw new Refusal(409, "another-course", "Choose a session of the same course.");
        }
        if (session.startsAt().isAfter(credit.validUntil)) {
            throw new Refusal(409, "credit-expired", "This session lies beyond the credit's time.")
                    .with("validUntil", credit.validUntil);
        }
        List<Child> children = child.get();
        Ages.check(children, offer.sessions());
        return new Agreement(
                asked.carer(),
                null,
                session.id(),
                offer.title(),
                offer.sessions(),
                children,
                Price.nothing(credit.currency),
                offer.terms().withoutMakeUps(),
                null);
    }
}
