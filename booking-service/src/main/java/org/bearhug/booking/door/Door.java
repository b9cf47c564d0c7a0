package org.bearhug.booking.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.desk.Place;
import org.bearhug.booking.desk.Places;
import org.bearhug.booking.timetable.OpeningTime;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;

/** Opens shortly before a session starts and closes when it ends, for those who have a place. */
@ApplicationScoped
class Door {

    @Inject
    Places places;

    @Inject
    Timetable timetable;

    @Inject
    Meetings meetings;

    @Inject
    WaysIn ways;

    @Inject
    Clock clock;

    @Inject
    OpeningTime openingTime;

    private record Found(UUID session, Meetings.Call call) {}

    /**
     * Where the call is.
     *
     * @throws Refusal 404 for another's place, 410 {@code place-released}, 409 {@code session-cancelled},
     *     {@code too-early-to-join}, {@code too-late-to-join}, 503 {@code zoom-unavailable}
     */
    URI open(UUID carer, UUID placeId) {
        Found found = QuarkusTransaction.requiringNew().call(() -> find(carer, placeId));
        return ways.of(found.session(), placeId, found.call());
    }

    private Found find(UUID carer, UUID placeId) {
        Place place = places.of(carer, placeId).orElseThrow(() -> Refusal.notFound("place"));
        ScheduledSession session = timetable.session(place.sessionId()).orElseThrow(() -> Refusal.notFound("session"));
        if (session.cancelled()) {
            // Said first: the places of such a session are given back for its carers, sooner or later.
            throw new Refusal(409, "session-cancelled", "This session does not take place.");
        }
        if (place.state() == Place.State.RELEASED) {
            throw new Refusal(410, "place-released", "This place was given back.");
        }
        requireOpen(session);
        return new Found(
                session.id(), meetings.callOf(session.id(), placeId, carer).orElseThrow(Door::noCall));
    }

    private static Refusal noCall() {
        return new Refusal(
                        503,
                        "zoom-unavailable",
                        "The call is not there yet. Please try again in a minute, or ask the instructor.")
                .retryAfter(Duration.ofSeconds(30));
    }

    private void requireOpen(ScheduledSession session) {
        Instant now = clock.instant();
        Instant opensAt = openingTime.of(session);
        if (now.isBefore(opensAt)) {
            throw new Refusal(
                            409,
                            "too-early-to-join",
                            "The door opens " + openingTime.before().toMinutes() + " minutes before the start.")
                    .with("opensAt", opensAt)
                    .with("startsAt", session.startsAt())
                    .with("localStart", session.localStart())
                    .with("timeZone", session.timeZone())
                    .retryAfter(Duration.between(now, opensAt));
        }
        if (!now.isBefore(session.endsAt())) {
            throw new Refusal(409, "too-late-to-join", "This session is over.").with("endedAt", session.endsAt());
        }
    }
}
