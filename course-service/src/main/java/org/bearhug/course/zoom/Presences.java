package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;
import org.hibernate.Session;

/** Who was in the call when, by the place for which they registered; told as seconds, joins that overlap counted once. */
@ApplicationScoped
class Presences {

    private static final String NOTE =
            """
            INSERT INTO zoom_presence AS p (run_uuid, user_id, session_id, registrant_id, joined_at, left_at)
            VALUES (:run, :user, :session, :registrant, :joined, :left)
            ON CONFLICT (run_uuid, user_id) DO UPDATE
               SET joined_at = least(p.joined_at, excluded.joined_at), left_at = greatest(p.left_at, excluded.left_at)""";

    private static final String INTERVALS =
            """
            SELECT joined_at, left_at FROM zoom_presence
             WHERE session_id = :session AND registrant_id = :registrant AND joined_at IS NOT NULL AND left_at IS NOT NULL
             ORDER BY joined_at""";

    private static final String OBSERVE =
            """
            INSERT INTO zoom_attendance AS a (place_id, session_id, seconds, version)
            SELECT place_id, session_id, :seconds, 1 FROM zoom_way_in
             WHERE session_id = :session AND registrant_id = :registrant
            ON CONFLICT (place_id) DO UPDATE SET seconds = excluded.seconds, version = a.version + 1
             WHERE a.seconds <> excluded.seconds
            RETURNING place_id, version""";

    @Inject
    Session database;

    @Inject
    Outbox outbox;

    private record ObservedFact(UUID placeId, UUID sessionId, long seconds) {}

    void began(UUID session, String run) {
        if (!run.isEmpty() && run.length() <= Presence.LONGEST) {
            database.createNativeMutationQuery(
                            "INSERT INTO zoom_run (uuid, session_id) VALUES (:run, :session) ON CONFLICT DO NOTHING")
                    .setParameter("run", run)
                    .setParameter("session", session)
                    .executeUpdate();
        }
    }

    /** Whoever was in then has left with it. */
    void ended(UUID session, String run, Instant at) {
        began(session, run);
        database.createNativeMutationQuery("UPDATE zoom_run SET ended_at = :at WHERE uuid = :run")
                .setParameter("at", at)
                .setParameter("run", run)
                .executeUpdate();
        List<String> registrants = database.createNativeQuery(
                        "UPDATE zoom_presence SET left_at = :at WHERE run_uuid = :run AND left_at IS NULL RETURNING registrant_id",
                        String.class)
                .setParameter("at", at)
                .setParameter("run", run)
                .getResultList();
        registrants.stream().distinct().forEach(registrant -> tell(session, registrant));
    }

    void note(Presence presence) {
        if (presence.isOfUse()) {
            began(presence.sessionId(), presence.run());
            database.createNativeMutationQuery(NOTE)
                    .setParameter("run", presence.run())
                    .setParameter("user", presence.userId())
                    .setParameter("session", presence.sessionId())
                    .setParameter("registrant", presence.registrantId())
                    .setParameter("joined", presence.joinedAt(), Instant.class)
                    .setParameter("left", presence.leftAt(), Instant.class)
                    .executeUpdate();
            tell(presence.sessionId(), presence.registrantId());
        }
    }

    private void tell(UUID session, String registrant) {
        long seconds = Interval.seconds(database.createNativeQuery(INTERVALS, Interval.class)
                .setParameter("session", session)
                .setParameter("registrant", registrant)
                .getResultList());
        if (seconds > 0) {
            database.createNativeQuery(OBSERVE, Object[].class)
                    .setParameter("seconds", seconds)
                    .setParameter("session", session)
                    .setParameter("registrant", registrant)
                    .getResultList()
                    .forEach(row -> outbox.add(
                            "attendance.observed",
                            (UUID) row[0],
                            (Long) row[1],
                            new ObservedFact((UUID) row[0], session, seconds)));
        }
    }
}
