package org.bearhug.booking.money;

/**
 * A sum.
 *
 * @param amount in minor units of the currency, such as pence
 * @param currency its ISO 4217 code
 */
public record Money(long amount, String currency) {

    /**
     * The same sum several times.
     *
     * @throws ArithmeticException when it grows beyond all bounds
     */
    public Money times(int factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }
}
