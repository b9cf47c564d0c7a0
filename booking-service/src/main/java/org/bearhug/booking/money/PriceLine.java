package org.bearhug.booking.money;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step on the way to a price.
 *
 * @param text what the code alone does not say, such as that of a voucher; else absent
 * @param amount in minor units of the price's currency; what is taken off is below nothing
 */
public record PriceLine(Code code, String text, long amount) {

    /** What a line is for, in the order in which they are reckoned. */
    @Schema(name = "PriceLineCode")
    public enum Code {
        /** The usual price, of all children. */
        LIST,
        /** The early price, of all children, in the place of the usual one. */
        EARLY,
        /** Off for sessions that have passed. */
        PRO_RATA,
        /** What the carer pays more or less than is suggested. */
        PAY_WHAT_YOU_CAN,
        /** Off for the second child and further ones. */
        SIBLING,
        /** Off for a voucher; the text is its code. */
        VOUCHER,
        /** Paid with a pass; the text is its title. */
        PASS
    }

    static PriceLine of(Code code, long amount) {
        return new PriceLine(code, null, amount);
    }
}
