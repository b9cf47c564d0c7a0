package org.bearhug.booking.timetable;

import jakarta.persistence.Embeddable;

/**
 * What an instructor promises who cancels or misses a session of a block.
 *
 * @param fullUntilDays until so many days before the first session everything comes back
 * @param partUntilDays until so many, {@code partPercent} of it; nothing after that
 * @param makeUpWeeks how long after it a missed session can be made up for
 * @param makeUpsPerBlock how often one child can, in a block
 */
@Embeddable
public record Terms(int fullUntilDays, int partUntilDays, int partPercent, int makeUpWeeks, int makeUpsPerBlock) {

    /** The same, but what is missed once more cannot be made up for once more. */
    public Terms withoutMakeUps() {
        return new Terms(fullUntilDays, partUntilDays, partPercent, makeUpWeeks, 0);
    }

    /** Of a block of which nothing else was told. */
    public static final Terms USUAL = new Terms(7, 2, 50, 8, 2);
}
