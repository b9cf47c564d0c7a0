package org.bearhug.booking.timetable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/** What course-service tells of a block, as much as is of use here. */
record BlockFact(
        UUID id,
        UUID courseId,
        UUID instructorId,
        String state,
        List<UUID> sessionIds,
        Money blockPrice,
        Policy cancellationPolicy,
        MakeUp makeUp,
        Pricing pricing,
        String timeZone) {

    BlockFact {
        pricing = pricing == null ? Pricing.PLAIN : pricing;
    }

    /** What is to be paid in special cases. */
    record Pricing(Money minimum, Money earlyPrice, LocalDate earlyUntil, int siblingPercent, boolean proRata) {

        private static final Pricing PLAIN = new Pricing(null, null, null, 0, false);
    }

    /** What comes back of a booking that is given up. */
    record Policy(int fullUntilDays, int partUntilDays, int partPercent) {

        private static final Policy USUAL =
                new Policy(Terms.USUAL.fullUntilDays(), Terms.USUAL.partUntilDays(), Terms.USUAL.partPercent());
    }

    /** How absences are made up for. */
    record MakeUp(int weeks, int perBlock) {

        private static final MakeUp USUAL = new MakeUp(Terms.USUAL.makeUpWeeks(), Terms.USUAL.makeUpsPerBlock());
    }

    /** The usual ones where nothing is said. */
    Terms terms() {
        Policy policy = cancellationPolicy == null ? Policy.USUAL : cancellationPolicy;
        MakeUp missed = makeUp == null ? MakeUp.USUAL : makeUp;
        return new Terms(policy.fullUntilDays, policy.partUntilDays, policy.partPercent, missed.weeks, missed.perBlock);
    }
}
