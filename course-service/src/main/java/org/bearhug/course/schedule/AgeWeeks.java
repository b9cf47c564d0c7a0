package org.bearhug.course.schedule;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.bearhug.kit.Refusal;

/** For whom a session is: completed weeks since birth, both ends inclusive. */
@Embeddable
public record AgeWeeks(@NotNull @Min(0) @Max(520) Integer from, @NotNull @Min(0) @Max(520) Integer to) {

    void requireOrder() {
        if (from > to) {
            throw Refusal.invalid("#/ageWeeks/to", "The oldest age must not lie below the youngest.");
        }
    }
}
