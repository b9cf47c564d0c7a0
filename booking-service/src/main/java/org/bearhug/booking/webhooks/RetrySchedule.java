package org.bearhug.booking.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When what did not arrive is tried again: ten times in all, over three days and four hours, and not all at once. */
final class RetrySchedule {

    /** How long one waits after the first try, the second and so on. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** As long as an endpoint may make itself be waited for. */
    static final Duration LONGEST = Duration.ofHours(24);

    private RetrySchedule() {}

    /** The pause after so many tries, up to a tenth longer; none after the last. */
    static Optional<Duration> after(int tries, RandomGenerator random) {
        if (tries > PAUSES.size()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(tries - 1);
        return Optional.of(pause.plusMillis((long) (pause.toMillis() * random.nextDouble() / 10)));
    }
}
