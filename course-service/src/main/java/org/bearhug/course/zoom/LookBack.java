package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Asks Zoom, some time after a session, who was there: for the messages that never came. */
@ApplicationScoped
class LookBack {

    /** Right after the end Zoom does not know yet how long people stayed. */
    private static final Duration SETTLED = Duration.ofHours(2);

    private static final Duration FORGOTTEN = Duration.ofDays(3);

    private static final String DUE =
            "hostId = ?1 and zoomId is not null and lookedBackAt is null and endsAt < ?2 and endsAt > ?3 order by endsAt";

    @Inject
    ZoomLists lists;

    @Inject
    Presences presences;

    @Inject
    Session database;

    @Inject
    Clock clock;

    private record Past(UUID session, List<String> runs) {}

    /** Looks at one session; false when none is due. */
    boolean once(ZoomHost host) {
        Optional<Past> past = QuarkusTransaction.requiringNew().call(() -> due(host));
        past.ifPresent(session -> look(host, session));
        return past.isPresent();
    }

    private Optional<Past> due(ZoomHost host) {
        Instant now = clock.instant();
        return ZoomMeeting.<ZoomMeeting>find(DUE, host.id, now.minus(SETTLED), now.minus(FORGOTTEN))
                .firstResultOptional()
                .map(row -> {
                    List<String> runs = database.createNativeQuery(
                                    "SELECT uuid FROM zoom_run WHERE session_id = :session", String.class)
                            .setParameter("session", row.sessionId)
                            .getResultList();
                    // Without a known run the meeting's id names the last one.
                    return new Past(row.sessionId, runs.isEmpty() ? List.of(String.valueOf(row.zoomId)) : runs);
                });
    }

    private void look(ZoomHost host, Past past) {
        List<Presence> found = new ArrayList<>();
        for (String run : past.runs()) {
            participants(host, run).forEach(person -> found.add(Presence.of(past.session(), run, person)));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            found.forEach(presences::note);
            ZoomMeeting.update("lookedBackAt = ?1 where sessionId = ?2", clock.instant(), past.session());
        });
    }

    private List<JsonNode> participants(ZoomHost host, String run) {
        try {
            return lists.all(
                    host.connectionId, "/past_meetings/" + encodedTwice(run) + "/participants", "participants");
        } catch (ZoomFailure failure) {
            // Nobody came, or one alone, of whom Zoom keeps no list; or the plan has no lists.
            if (failure.kind() != ZoomFailure.Kind.GONE && failure.kind() != ZoomFailure.Kind.REFUSED) {
                throw failure;
            }
            return List.of();
        }
    }

    /** A uuid may hold slashes, which every server on the way would take for its own unless they are encoded twice. */
    static String encodedTwice(String uuid) {
        return TokenEndpoint.encoded(TokenEndpoint.encoded(uuid));
    }
}
