package org.bearhug.booking.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.bearhug.kit.Seal;
import org.hibernate.Session;

/**
 * Where each session's call is, as course-service last told. The address comes sealed and is kept sealed; it is opened
 * when somebody with a place stands at the door, and nowhere else.
 */
@ApplicationScoped
class Meetings implements FeedConsumer.Handler {

    private static final String OVERWRITE =
            """
            INSERT INTO meeting AS m (session_id, state, sealed_link, version) VALUES (:session, :state, :link, :version)
            ON CONFLICT (session_id) DO UPDATE SET (state, sealed_link, version) =
                   (excluded.state, excluded.sealed_link, excluded.version)
             WHERE m.version < excluded.version""";

    @Inject
    Session database;

    @Inject
    Seal seal;

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
                    .setParameter("version", event.version())
                    .executeUpdate();
        }
    }

    /** The address of the call, if there is one. */
    Optional<URI> callOf(UUID session) {
        return database.createNativeQuery(
                        "SELECT sealed_link FROM meeting WHERE session_id = :session AND state = 'READY'", String.class)
                .setParameter("session", session)
                .uniqueResultOptional()
                .map(link -> address(seal.open(link, "call-link:" + session)));
    }

    private static URI address(String call) {
        try {
            return new URI(call);
        } catch (URISyntaxException unusable) {
            // Without its cause, which would take the address into the log.
            throw new IllegalStateException("what was sealed is no address");
        }
    }
}
