package org.bearhug.user.family;

import java.time.LocalDate;
import org.bearhug.kit.Refusal;

/**
 * The dates of a child's beginning. A class for babies counts weeks from the birth, so a slip of the pen in the year must
 * not pass; a baby on its way is entered with the day it is expected.
 */
record BirthDates(LocalDate bornOn, LocalDate dueOn) {

    private static final int OLDEST_YEARS = 8;
    private static final int EXPECTED_DAYS_AHEAD = 300;
    private static final int EARLIEST_DAYS_BEFORE_DUE = 140;
    private static final int LATEST_DAYS_AFTER_DUE = 42;

    /**
     * Lets sane dates pass.
     *
     * @param today where the carer lives
     * @throws Refusal 400 that names the date
     */
    void check(LocalDate today) {
        if (bornOn.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw Refusal.invalid("#/bornOn", "Bearhug is for children of up to " + OLDEST_YEARS + " years.");
        }
        if (bornOn.isAfter(today.plusDays(EXPECTED_DAYS_AHEAD))) {
            throw Refusal.invalid("#/bornOn", "This is too far ahead. Is the year right?");
        }
        if (dueOn != null
                && (dueOn.isAfter(bornOn.plusDays(EARLIEST_DAYS_BEFORE_DUE))
                        || dueOn.isBefore(bornOn.minusDays(LATEST_DAYS_AFTER_DUE)))) {
            throw Refusal.invalid("#/dueOn", "A due date lies within 20 weeks after the birth or 6 weeks before it.");
        }
    }
}
