package org.bearhug.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of the services under test: goes like the real one until a test sets it, and again after {@link #reset}. */
public final class TestClock extends Clock {

    private static final Clock REAL = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));

    private static volatile Clock current = REAL;

    /** Stops the clock at this instant. */
    public static void set(Instant instant) {
        current = Clock.fixed(instant, ZoneId.of("UTC"));
    }

    /** Lets the clock go like the real one again. */
    public static void reset() {
        current = REAL;
    }

    @Override
    public ZoneId getZone() {
        return current.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return current.withZone(zone);
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    /** Puts it in the place of the system's. */
    @Singleton
    static final class Producer {
        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock clock() {
            return new TestClock();
        }
    }
}
