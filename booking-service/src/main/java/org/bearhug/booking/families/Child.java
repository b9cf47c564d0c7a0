package org.bearhug.booking.families;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** A child and all who care for it, each with the same rights. */
public record Child(UUID id, Set<UUID> carerIds, String name, LocalDate bornOn) {

    /** Whether it is this carer's to book for. */
    public boolean isCaredForBy(UUID carerId) {
        return carerIds.contains(carerId);
    }

    /** Completed weeks since birth on that day; negative before it. */
    public int ageInWeeks(LocalDate day) {
        return Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(bornOn, day), 7L));
    }
}
