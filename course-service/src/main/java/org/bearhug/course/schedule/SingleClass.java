package org.bearhug.course.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.bearhug.course.meeting.CallLink;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.kit.Refusal;

/**
 * All that is wished of a class that is sold on its own.
 *
 * @param title null for the course's
 * @param start the wall time in the zone
 * @param price of the block and of its one session, which are the same thing
 */
public record SingleClass(
        String title,
        LocalDateTime start,
        String timeZone,
        int durationMinutes,
        int capacity,
        Money price,
        AgeWeeks ageWeeks,
        MeetingKind meeting,
        Optional<CallLink> callLink) {

    /** Looks at the start by the rules of all starts, which know it by other names. */
    void requireStart(Instant now) {
        StartTimes.checkRoughly("#/start", start, now);
        StartTimes.check("#/start", wallTime(), now);
    }

    NewBlock asBlock() {
        return new NewBlock(
                title,
                start,
                timeZone,
                1,
                null,
                null,
                durationMinutes,
                capacity,
                price,
                price,
                null,
                ageWeeks,
                null,
                null,
                null,
                meeting,
                callLink.orElse(null));
    }

    /**
     * What is to change of the block, or nothing. A price reaches the session while it is still to come.
     *
     * @throws Refusal 409 {@code pricing-conflict} for one that could not be set by hand either
     */
    Optional<BlockChange> changeOf(Block block, Session session, Instant now) {
        boolean retitled = !Objects.equals(title, block.title);
        boolean priced = !price.equals(block.price) || session.isToCome(now) && !price.equals(session.dropInPrice);
        if (!retitled && !priced) {
            return Optional.empty();
        }
        if (priced && !(block.canCost(price) && Pricing.isWithin(price, session.dropInMinimum))) {
            throw new Refusal(
                    409,
                    "pricing-conflict",
                    "The instructor has set a minimum or an early price that is above this price.");
        }
        return Optional.of(new BlockChange(
                retitled ? Optional.ofNullable(title) : null,
                null,
                priced ? price : null,
                priced ? Optional.of(price) : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    }

    /** What is to change of the session, or nothing. */
    Optional<SessionChange> changeOf(Session session, boolean sameCall) {
        boolean moved = !isAt(session);
        SessionChange change = new SessionChange(
                moved ? start : null,
                moved ? timeZone : null,
                durationMinutes == session.durationMinutes ? null : Integer.valueOf(durationMinutes),
                capacity == session.capacity ? null : Integer.valueOf(capacity),
                null,
                null,
                ageWeeks.equals(session.ageWeeks) ? null : ageWeeks,
                sameCall || meeting == MeetingKind.LINK ? null : meeting,
                sameCall || meeting != MeetingKind.LINK ? null : callLink);
        return Optional.of(change).filter(any -> !any.equals(SessionChange.NOTHING));
    }

    /** Also when the clocks skip the time that was asked for, so that it was moved. */
    private boolean isAt(Session session) {
        return timeZone.equals(session.timeZone)
                && (start.equals(session.localStart)
                        || session.clockChange != null
                                && wallTime().localStart().equals(session.localStart));
    }

    private WallTime wallTime() {
        return WallTime.of(start, ZoneId.of(timeZone));
    }
}
