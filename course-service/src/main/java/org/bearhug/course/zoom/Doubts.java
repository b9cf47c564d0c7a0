package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.course.meeting.Meetings;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Somebody has taken our app out of their Zoom account. Zoom says who by an id of its own, which we never ask for: so
 * each connection is tried once, and of the one that is refused all that Zoom has told us is forgotten.
 */
@ApplicationScoped
class Doubts {

    private static final Logger LOG = Logger.getLogger(Doubts.class);

    private static final String OF_CONNECTION =
            "session_id IN (SELECT m.session_id FROM zoom_meeting m JOIN zoom_host h ON h.id = m.host_id"
                    + " WHERE h.connection_id = :connection)";

    @Inject
    AccessTokens tokens;

    @Inject
    SealedTokens sealed;

    @Inject
    Meetings meetings;

    @Inject
    ZoomSettings settings;

    @Inject
    Session database;

    @Inject
    Clock clock;

    /** In the running transaction; they are tried later. */
    void raise() {
        ZoomConnection.update("doubted = true where refreshToken is not null");
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settleRegularly() {
        if (settings.worker) {
            settleAll();
        }
    }

    void settleAll() {
        QuarkusTransaction.requiringNew()
                .call(() -> ZoomConnection.<ZoomConnection>list("doubted"))
                .forEach(this::settle);
    }

    private void settle(ZoomConnection connection) {
        try {
            tokens.of(connection.id, sealed.open(connection.id, connection.accessToken));
            QuarkusTransaction.requiringNew()
                    .run(() -> ZoomConnection.update("doubted = false where id = ?1", connection.id));
        } catch (ZoomFailure failure) {
            if (failure.kind() == ZoomFailure.Kind.DISCONNECTED) {
                QuarkusTransaction.requiringNew().run(() -> forget(connection.id));
            } else {
                LOG.infof("Whether a Zoom account lets us in is to be seen later: %s", failure.getMessage());
            }
        }
    }

    /** Its meetings to come are made anew, or found by their marks, once it is connected again. */
    private void forget(UUID id) {
        ZoomConnection.locked(id).ifPresent(connection -> {
            connection.state = ZoomConnection.State.RECONNECT;
            connection.accessToken = null;
            connection.accessUntil = null;
            connection.refreshToken = null;
            connection.scopes = "";
            connection.doubted = false;
        });
        Instant now = clock.instant();
        List<ZoomMeeting> toCome = ZoomMeeting.list(
                "wanted and endsAt > ?1 and hostId in (select h.id from ZoomHost h where h.connectionId = ?2) order by sessionId",
                now,
                id);
        toCome.forEach(row -> lose(row, now));
        ZoomMeeting.flush();
        for (String statement : List.of(
                "DELETE FROM zoom_presence WHERE " + OF_CONNECTION,
                "DELETE FROM zoom_run WHERE " + OF_CONNECTION,
                "UPDATE zoom_way_in SET zoom_id = NULL, registrant_id = NULL, sealed_link = NULL WHERE "
                        + OF_CONNECTION)) {
            database.createNativeMutationQuery(statement)
                    .setParameter("connection", id)
                    .executeUpdate();
        }
    }

    private void lose(ZoomMeeting row, Instant now) {
        row.forget();
        // It may be there still, for whoever connects the account again.
        row.asked = true;
        row.wish(true, now);
        row.problem = "zoom-not-connected";
        meetings.zoomLost(row.sessionId);
    }
}
