package org.bearhug.course.schedule;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.bearhug.kit.Refusal;

/**
 * What becomes of the price of a block. How a sum comes about is in docs/money.md.
 *
 * @param minimum when there is one, carers pay what they can, from this for each child on; the block's price is what is
 *     suggested
 * @param earlyPrice in the place of the block's price up to the end of the day {@code earlyUntil} in the block's zone
 * @param siblingPercent off for the second and each further child of a booking, also of a single session
 * @param proRata whether a block that has begun is still sold, for the share of its sessions that are to come
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pricing(
        @AttributeOverride(name = "amount", column = @Column(name = "minimum_amount"))
                @AttributeOverride(name = "currency", column = @Column(name = "minimum_currency"))
                @Valid Money minimum,
        @AttributeOverride(name = "amount", column = @Column(name = "early_amount"))
                @AttributeOverride(name = "currency", column = @Column(name = "early_currency"))
                @Valid Money earlyPrice,
        @JsonFormat(lenient = OptBoolean.FALSE) LocalDate earlyUntil,
        @Min(0) @Max(100) Integer siblingPercent,
        Boolean proRata) {

    /** Of a block whose instructor says nothing else. */
    static final Pricing PLAIN = new Pricing(null, null, null, 0, false);

    public Pricing {
        siblingPercent = siblingPercent == null ? Integer.valueOf(0) : siblingPercent;
        proRata = proRata == null ? Boolean.FALSE : proRata;
    }

    /**
     * Lets pass what goes with this price of the block.
     *
     * @throws Refusal 400
     */
    void requireToFit(Money price) {
        if ((earlyPrice == null) != (earlyUntil == null)) {
            throw Refusal.invalid("#/pricing/earlyUntil", "An early price and its last day go together.");
        }
        if (minimum != null && earlyPrice != null) {
            throw Refusal.invalid("#/pricing/earlyPrice", "Where carers pay what they can there is no early price.");
        }
        requireNotAbove(price, minimum, "#/pricing/minimum");
        requireNotAbove(price, earlyPrice, "#/pricing/earlyPrice");
    }

    /** Whether a block with this price could have it. */
    boolean goesWith(Money price) {
        return isWithin(price, minimum) && isWithin(price, earlyPrice);
    }

    /** Whether this is no price, or one of the same currency that is not higher. */
    static boolean isWithin(Money price, Money lower) {
        return lower == null || lower.currency().equals(price.currency()) && lower.amount() <= price.amount();
    }

    /**
     * Lets pass a minimum of a session's own price that goes with it.
     *
     * @throws Refusal 400
     */
    static void requireMinimum(Money dropInPrice, Money minimum) {
        if (minimum != null && dropInPrice == null) {
            throw Refusal.invalid("#/dropInMinimum", "This session is sold only with its block.");
        }
        requireNotAbove(dropInPrice, minimum, "#/dropInMinimum");
    }

    /**
     * Lets pass what is no price, or one of the same currency that is not higher.
     *
     * @throws Refusal 400
     */
    static void requireNotAbove(Money price, Money lower, String pointer) {
        if (lower != null && !lower.currency().equals(price.currency())) {
            throw Refusal.invalid(pointer + "/currency", "A block and its sessions have one currency.");
        }
        if (lower != null && lower.amount() > price.amount()) {
            throw Refusal.invalid(pointer + "/amount", "This is more than the price.");
        }
    }
}
