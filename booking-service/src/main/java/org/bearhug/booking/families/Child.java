package org.bearhug.booking.families;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A child whose carer has not erased it. */
public record Child(UUID id, UUID carerId, String name, LocalDate bornOn) {

    /** Completed weeks since birth on that day; negative before it. */
    public int ageInWeeks(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(bornOn, day), 7L));
    }
}
