package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When to come again after Zoom did not do what it was asked. */
@ApplicationScoped
class Pauses {

    private static final int MOST_DOUBLINGS = 7;
    private static final Duration WHEN_REFUSED = Duration.ofHours(6);
    private static final Duration WHEN_DISCONNECTED = Duration.ofMinutes(15);

    @Inject
    ZoomSettings settings;

    @Inject
    Clock clock;

    /** @param attempts how often it was tried in vain, this time too */
    Instant after(ZoomFailure failure, int attempts) {
        Instant now = clock.instant();
        return switch (failure.kind()) {
            case THROTTLED, DAILY_LIMIT -> until(failure, now);
            case REFUSED -> now.plus(WHEN_REFUSED);
            case DISCONNECTED -> now.plus(WHEN_DISCONNECTED);
            case UNSURE, GONE -> now.plus(growing(attempts));
        };
    }

    /** Zoom's word, or one to four seconds. */
    private static Instant until(ZoomFailure failure, Instant now) {
        return failure.until() == null
                ? now.plusMillis(ThreadLocalRandom.current().nextLong(1000, 4000))
                : failure.until();
    }

    private Duration growing(int attempts) {
        Duration pause = settings.firstPause.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }
}
