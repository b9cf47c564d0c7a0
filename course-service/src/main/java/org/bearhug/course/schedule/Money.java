package org.bearhug.course.schedule;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount in minor units of its currency (ISO 4217); nothing at all is a price too.
 *
 * @param amount such as 6500 for £65
 */
@Embeddable
public record Money(
        @NotNull @Min(0) @Max(100_000_000) Long amount,
        @NotNull @IsoCurrency @Schema(pattern = "^[A-Z]{3}$") String currency) {}
