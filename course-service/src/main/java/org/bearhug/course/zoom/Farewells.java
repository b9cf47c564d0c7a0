package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Ends the connections of instructors who are erased. First Zoom deletes their meetings, for which the connection is still
 * needed; then it is told that our tokens are not to count any more, as often as it takes; then the row goes.
 */
@ApplicationScoped
class Farewells implements PersonalData.Forgetting {

    private static final Logger LOG = Logger.getLogger(Farewells.class);

    /** Meetings that Zoom does not delete by then stay there; they have no names in them. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** The tokens end by themselves too. */
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    private static final String OPEN =
            "fulfilled < wish and zoomId is not null and hostId in (select h.id from ZoomHost h where h.connectionId = ?1)";

    @Inject
    TokenEndpoint endpoint;

    @Inject
    SealedTokens sealed;

    @Inject
    ZoomSettings settings;

    @Inject
    Session database;

    @Inject
    Clock clock;

    @Override
    public void forget(UUID account) {
        ZoomConnection.locked(account).ifPresent(connection -> connection.leavingSince = clock.instant());
        database.createNativeMutationQuery("DELETE FROM zoom_connecting WHERE instructor_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sayRegularly() {
        if (settings.worker) {
            sayAll();
        }
    }

    void sayAll() {
        QuarkusTransaction.requiringNew()
                .call(() -> ZoomConnection.<ZoomConnection>list("leavingSince is not null"))
                .forEach(this::say);
    }

    private void say(ZoomConnection connection) {
        Instant now = clock.instant();
        boolean patient = now.isBefore(connection.leavingSince.plus(PATIENCE));
        if (patient && QuarkusTransaction.requiringNew().call(() -> ZoomMeeting.count(OPEN, connection.id)) > 0) {
            return;
        }
        if (isTold(connection) || now.isAfter(connection.leavingSince.plus(GIVEN_UP))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> ZoomConnection.delete("id = ?1 and leavingSince is not null", connection.id));
        }
    }

    private boolean isTold(ZoomConnection connection) {
        try {
            if (connection.refreshToken != null) {
                endpoint.revoke(sealed.open(connection.id, connection.refreshToken));
            }
            return true;
        } catch (ZoomFailure failure) {
            LOG.infof("Zoom is to be told later of a connection that ended: %s", failure.getMessage());
            return failure.kind() == ZoomFailure.Kind.DISCONNECTED;
        }
    }
}
