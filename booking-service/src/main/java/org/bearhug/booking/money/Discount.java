package org.bearhug.booking.money;

/**
 * What a voucher takes off: a percentage or a sum.
 *
 * @param code as the instructor wrote it
 * @param percent 1 to 100, or null
 * @param amount in minor units, or null
 */
public record Discount(String code, Integer percent, Long amount) {

    /** What it takes off this sum, never more than there is; a percentage is rounded half up. */
    long of(long sum) {
        return percent == null ? Math.min(amount, sum) : percent(percent, sum);
    }

    /** So many percent of a sum, rounded half up. */
    static long percent(int percent, long sum) {
        return (sum * percent + 50) / 100;
    }
}
