package org.bearhug.booking.money;

import org.bearhug.kit.Refusal;

/**
 * A sum.
 *
 * @param amount in minor units of the currency, such as pence
 * @param currency its ISO 4217 code
 */
public record Money(long amount, String currency) {

    /** The largest sum that anybody may ask for: a million of the currency's larger units. */
    public static final long MOST = 100_000_000;

    /**
     * Lets a sum pass that comes from outside.
     *
     * @param pointer where it stands in the body (RFC 6901, as a fragment)
     * @throws Refusal 400 when it is less than this or more than {@link #MOST}, or its currency is none
     */
    public void requireAsked(String pointer, long least) {
        if (amount < least || amount > MOST) {
            throw Refusal.invalid(pointer + "/amount", "must be between " + least + " and " + MOST);
        }
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            throw Refusal.invalid(pointer + "/currency", "must be a currency, such as GBP");
        }
    }

    /**
     * The same sum several times.
     *
     * @throws ArithmeticException when it grows beyond all bounds
     */
    public Money times(int factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }
}
