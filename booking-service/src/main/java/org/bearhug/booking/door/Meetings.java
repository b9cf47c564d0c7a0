package org.bearhug.booking.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/**
 * Where each session's call is, as course-service last told. The address comes sealed and is kept sealed; it is opened
 * when somebody with a place stands at the door, and nowhere else.
 */
@ApplicationScoped
class Meetings implements FeedConsumer.Handler {

    private static final String OVERWRITE =
            """
            INSERT INTO meeting AS m (session_id, state, sealed_link, private_ways, version)
            VALUES (:session, :state, :link, :private, :version)
            ON CONFLICT (session_id) DO UPDATE SET (state, sealed_link, private_ways, version) =
                   (excluded.state, excluded.sealed_link, excluded.private_ways, excluded.version)
             WHERE m.version < excluded.version""";

    private static final String CALL =
            """
            SELECT m.sealed_link, m.private_ways, m.version, w.sealed_link AS own_link, d.name
              FROM meeting m
              LEFT JOIN way_in w ON w.place_id = :place AND w.meeting_version = m.version
              LEFT JOIN display_name d ON d.carer_id = :carer
             WHERE m.session_id = :session AND m.state = 'READY'""";

    private static final String REMEMBER =
            """
            INSERT INTO way_in (place_id, meeting_version, sealed_link) VALUES (:place, :version, :link)
            ON CONFLICT (place_id) DO UPDATE SET (meeting_version, sealed_link) =
                   (excluded.meeting_version, excluded.sealed_link)""";

    @Inject
    Session database;

    /**
     * The call of a session, for one place.
     *
     * @param sealedLink the one that all places share
     * @param privateWays whether course-service may have one for this place alone
     * @param ownLink that one, as it was last time; null when it is not known
     * @param displayName what the carer has chosen to be called in calls, or null
     */
    record Call(String sealedLink, boolean privateWays, long version, String ownLink, String displayName) {
        @Override
        public String toString() {
            return "Call[" + version + "]";
        }
    }

    @Override
    public String feed() {
        return "course-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("meeting.changed")) {
            database.createNativeMutationQuery(OVERWRITE)
                    .setParameter("session", UUID.fromString(event.subject()))
                    .setParameter("state", event.data().get("state").asText())
                    .setParameter("link", event.data().path("sealedLink").textValue(), String.class)
                    .setParameter("private", event.data().path("privateWays").asBoolean())
                    .setParameter("version", event.version())
                    .executeUpdate();
        }
    }

    /** The call, if there is one, for this carer at this place. */
    Optional<Call> callOf(UUID session, UUID place, UUID carer) {
        return database.createNativeQuery(CALL, Call.class)
                .setParameter("session", session)
                .setParameter("place", place)
                .setParameter("carer", carer)
                .uniqueResultOptional();
    }

    /** Keeps a place's own way in, in the running transaction. */
    void remember(UUID place, Call call, String ownLink) {
        database.createNativeMutationQuery(REMEMBER)
                .setParameter("place", place)
                .setParameter("version", call.version())
                .setParameter("link", ownLink)
                .executeUpdate();
    }
}
