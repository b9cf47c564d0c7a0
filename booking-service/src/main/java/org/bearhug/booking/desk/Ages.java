package org.bearhug.booking.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.kit.Refusal;

/**
 * A session is for children of certain ages, counted in completed weeks since birth on the day of the session where it
 * is taught.
 */
final class Ages {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Ages() {}

    /**
     * Lets pass who is of age in all these sessions.
     *
     * @throws Refusal 409 {@code child-too-young} or {@code child-too-old}, with the age and the dates that would fit
     */
    static void check(Collection<Child> children, Collection<ScheduledSession> sessions) {
        children.forEach(child -> sessions.forEach(session -> check(child, session)));
    }

    /**
     * Lets pass who is of age there, or will be when the dates, or what is known of the child, change.
     *
     * @throws Refusal 409 {@code child-too-old}
     */
    static void requireNotTooOld(Collection<Child> children, Collection<ScheduledSession> sessions) {
        children.forEach(child -> sessions.forEach(session -> requireNotTooOld(child, session)));
    }

    private static void check(Child child, ScheduledSession session) {
        int age = child.ageInWeeks(session.day());
        if (age < session.ageFromWeeks()) {
            LocalDate fitsFrom = child.bornOn().plusWeeks(session.ageFromWeeks());
            throw refusal(
                            "child-too-young",
                            "%s on %s; this class is for babies from %s. It fits from %s."
                                    .formatted(
                                            inWords(age),
                                            DATE.format(session.day()),
                                            weeks(session.ageFromWeeks()),
                                            DATE.format(fitsFrom)),
                            child,
                            session)
                    .with("fitsFrom", fitsFrom);
        }
        requireNotTooOld(child, session);
    }

    private static void requireNotTooOld(Child child, ScheduledSession session) {
        int age = child.ageInWeeks(session.day());
        if (age > session.ageToWeeks()) {
            LocalDate fitsUntil =
                    child.bornOn().plusWeeks(session.ageToWeeks() + 1L).minusDays(1);
            throw refusal(
                            "child-too-old",
                            "%s on %s; this class is for babies up to %s. It fitted until %s."
                                    .formatted(
                                            inWords(age),
                                            DATE.format(session.day()),
                                            weeks(session.ageToWeeks()),
                                            DATE.format(fitsUntil)),
                            child,
                            session)
                    .with("fitsUntil", fitsUntil);
        }
    }

    private static Refusal refusal(String code, String detail, Child child, ScheduledSession session) {
        return new Refusal(409, code, detail)
                .with("childId", child.id())
                .with("sessionId", session.id())
                .with("ageWeeks", child.ageInWeeks(session.day()));
    }

    private static String inWords(int age) {
        return age < 0 ? "This child is not born yet" : "This child is " + weeks(age) + " old";
    }

    private static String weeks(int weeks) {
        return weeks == 1 ? "1 week" : weeks + " weeks";
    }
}
