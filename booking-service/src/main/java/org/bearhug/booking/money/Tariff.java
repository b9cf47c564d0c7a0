package org.bearhug.booking.money;

/**
 * What one child costs by what the instructor decided.
 *
 * @param list the usual price of the whole
 * @param minimum when there is one, carers pay what they can from it on, and {@code list} is what is suggested
 * @param early in the place of {@code list} while it counts, else absent; in minor units, like {@code minimum}
 * @param siblingPercent off for the second child and each further one
 * @param sessions how many of them are sold
 * @param ofSessions for how many the price is; more when some have passed
 */
public record Tariff(Money list, Long minimum, Long early, int siblingPercent, int sessions, int ofSessions) {

    /** Of one session, or of all, with nothing to it but the price. */
    public static Tariff plain(Money list, int sessions) {
        return new Tariff(list, null, null, 0, sessions, sessions);
    }

    /** Whether carers say what they pay. */
    public boolean isLeftToCarers() {
        return minimum != null;
    }

    /** The share of this sum that the sessions sold have, rounded half up. */
    long proRata(long sum) {
        return (2 * sum * sessions + ofSessions) / (2L * ofSessions);
    }
}
