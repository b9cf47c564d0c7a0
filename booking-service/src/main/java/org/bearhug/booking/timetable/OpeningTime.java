package org.bearhug.booking.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When the way into a session's call opens. */
@ApplicationScoped
public class OpeningTime {

    private final Duration before;

    OpeningTime(@ConfigProperty(name = "bearhug.join-opens-before") Duration before) {
        this.before = before;
    }

    /** So long before the start. */
    public Duration before() {
        return before;
    }

    public Instant of(ScheduledSession session) {
        return session.startsAt().minus(before);
    }
}
