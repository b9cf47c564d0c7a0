package org.bearhug.course.schedule;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Sessions of the same course in the place of missed ones.
 *
 * @param weeks how long after the missed session
 * @param perBlock how often for one child, 0 for never
 */
@Embeddable
public record MakeUp(@NotNull @Min(1) @Max(52) Integer weeks, @NotNull @Min(0) @Max(52) Integer perBlock) {

    /** Of a block whose instructor says nothing else. */
    static final MakeUp USUAL = new MakeUp(8, 2);
}
