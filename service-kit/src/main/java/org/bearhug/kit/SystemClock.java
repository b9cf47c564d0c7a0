package org.bearhug.kit;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The one source of the time. Tests put another clock in its place. */
class SystemClock {

    /** In UTC, in steps of a microsecond, which is what PostgreSQL keeps: what is stored reads back the same. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
