package org.bearhug.booking.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Those in which one can pay: not gold, nor the codes for tests and for none. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(known -> known.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Lets a sum pass that comes from outside.
     *
     * @param pointer where it stands in the body (RFC 6901, as a fragment)
     * @throws Refusal 400 when it is less than this or more than {@link #MOST}, or its currency is none of ISO 4217
     */
    public void requireAsked(String pointer, long least) {
        if (amount < least || amount > MOST) {
            throw Refusal.invalid(pointer + "/amount", "must be between " + least + " and " + MOST);
        }
        if (currency == null || !CURRENCIES.contains(currency)) {
            throw Refusal.invalid(pointer + "/currency", "must be a currency, such as GBP");
        }
    }

    /** As in "65.00 GBP"; with as many digits as the currency has. */
    public String text() {
        return BigDecimal.valueOf(amount, digits()).toPlainString() + " " + currency;
    }

    /** An instructor may have named a currency that is none. */
    private int digits() {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
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
