package org.bearhug.booking.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.desk.Place;
import org.bearhug.booking.desk.Places;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;

/** The instructor's own marks: for one's own sessions, once they have started, on the places that are held. */
@ApplicationScoped
class TickList {

    @Inject
    Timetable timetable;

    @Inject
    Places places;

    @Inject
    AttendanceBook book;

    @Inject
    Clock clock;

    /**
     * Marks one place.
     *
     * @param ifMatch the version that the caller has seen, or null: there is one hand that marks, so none is demanded
     * @throws Refusal 404 for what is not of one's own session, 409 {@code session-not-started},
     *     {@code session-cancelled}, 410 {@code place-released}, 412 {@code version-conflict}
     */
    @Transactional
    Attendance mark(UUID instructor, UUID placeId, Attended mark, String ifMatch) {
        Place place = places.byId(List.of(placeId)).stream()
                .findFirst()
                .filter(known ->
                        timetable.taughtSession(instructor, known.sessionId()).isPresent())
                .orElseThrow(() -> Refusal.notFound("place"));
        begun(instructor, place.sessionId());
        requireHeld(place);
        book.lock(place.sessionId());
        if (ifMatch != null) {
            Versions.require(ifMatch, known(placeId).version());
        }
        book.mark(Map.of(placeId, mark));
        return known(placeId);
    }

    private Attendance known(UUID place) {
        return book.ofPlaces(List.of(place)).get(place);
    }

    /**
     * Marks some places of a session, all or none.
     *
     * @throws Refusal as {@link #mark}, and 400 for a place that is not of this session
     */
    @Transactional
    List<Attendance> markAll(UUID instructor, UUID session, Map<UUID, Attended> marks) {
        begun(instructor, session);
        Map<UUID, Place> known = places.byId(marks.keySet()).stream()
                .filter(place -> place.sessionId().equals(session))
                .collect(Collectors.toMap(Place::id, place -> place));
        int nth = 0;
        for (UUID id : marks.keySet()) {
            if (!known.containsKey(id)) {
                throw Refusal.invalid("/marks/" + nth + "/placeId", "There is no such place in this session.");
            }
            requireHeld(known.get(id));
            nth++;
        }
        book.lock(session);
        book.mark(marks);
        Map<UUID, Attendance> now = book.ofPlaces(marks.keySet());
        return marks.keySet().stream().map(now::get).toList();
    }

    private void begun(UUID instructor, UUID id) {
        ScheduledSession session =
                timetable.taughtSession(instructor, id).orElseThrow(() -> Refusal.notFound("session"));
        if (session.cancelled()) {
            throw new Refusal(409, "session-cancelled", "This session does not take place.");
        }
        Instant now = clock.instant();
        if (now.isBefore(session.startsAt())) {
            throw new Refusal(409, "session-not-started", "Nobody has come yet: this session is still to start.")
                    .with("startsAt", session.startsAt())
                    .retryAfter(Duration.between(now, session.startsAt()));
        }
    }

    private static void requireHeld(Place place) {
        if (place.state() == Place.State.RELEASED) {
            throw new Refusal(410, "place-released", "This place was given back.").with("placeId", place.id());
        }
    }
}
