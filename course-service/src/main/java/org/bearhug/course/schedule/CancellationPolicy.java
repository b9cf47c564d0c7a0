package org.bearhug.course.schedule;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.bearhug.kit.Refusal;

/**
 * What comes back to a carer who cancels: everything until so many days before the first session, a part of it until so
 * many, nothing after that.
 */
@Embeddable
public record CancellationPolicy(
        @NotNull @Min(0) @Max(365) Integer fullUntilDays,
        @NotNull @Min(0) @Max(365) Integer partUntilDays,
        @NotNull @Min(0) @Max(100) Integer partPercent) {

    /** Of a block whose instructor says nothing else. */
    static final CancellationPolicy USUAL = new CancellationPolicy(7, 2, 50);

    void requireOrder() {
        if (partUntilDays > fullUntilDays) {
            throw Refusal.invalid(
                    "#/cancellationPolicy/partUntilDays", "A part comes back for longer than everything does.");
        }
    }
}
