package org.bearhug.booking.payment;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long one waits before Stripe is asked again: ever longer, and not all at once. */
final class Pauses {

    /** After so many tries without an answer, the column {@code tries}: minutes, an hour at most, give or take a quarter. */
    static final String UNANSWERED =
            """
            least(interval '1 hour', interval '1 minute' * (1 << least(tries, 10))) * (0.75 + random() / 2)""";

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int DOUBLED_AT_MOST = 5;

    private Pauses() {}

    /** After so many times that Stripe said no: hours, a day at most, give or take a quarter. */
    static Duration afterNo(int times, RandomGenerator random) {
        Duration doubled = Duration.ofHours(1L << Math.min(times - 1, DOUBLED_AT_MOST));
        Duration usual = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return Duration.ofMillis((long) (usual.toMillis() * (0.75 + random.nextDouble() / 2)));
    }
}
