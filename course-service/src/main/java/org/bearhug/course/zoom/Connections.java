package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.jboss.logging.Logger;

/** The rules of instructors' own accounts. */
@ApplicationScoped
class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    /** Nobody knows for certain how long a refresh token lives unused; some say 90 days. */
    private static final Duration OLD = Duration.ofDays(6);

    @Inject
    AccessTokens tokens;

    @Inject
    SealedTokens sealed;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Clock clock;

    /** Takes in the tokens of an account that was connected; what waited for it goes on. */
    @Transactional
    void connected(UUID instructor, TokenEndpoint.Tokens fresh) {
        Instant now = clock.instant();
        ZoomConnection connection = ZoomConnection.locked(instructor).orElseGet(() -> ZoomConnection.of(instructor));
        sealed.store(connection, fresh);
        connection.free();
        connection.persist();
        List<Integer> hosts = ZoomHost.<ZoomHost>list("connectionId", instructor).stream()
                .peek(host -> host.parkedUntil = null)
                .map(host -> host.id)
                .toList();
        ZoomMeeting.update("dueAt = ?1 where hostId in ?2 and problem = 'zoom-not-connected'", now, hosts);
    }

    /** Forgets an account and then tells Zoom, which may be away: the tokens end by themselves too. */
    void forget(UUID instructor) {
        QuarkusTransaction.requiringNew().call(() -> removed(instructor)).ifPresent(token -> {
            try {
                endpoint.revoke(token);
            } catch (ZoomFailure failure) {
                LOG.infof("Zoom was not told of a connection that ended: %s", failure.getMessage());
            }
        });
    }

    private Optional<String> removed(UUID instructor) {
        return ZoomConnection.locked(instructor).map(connection -> {
            long needed = ZoomMeeting.count(
                    "hostId in (select h.id from ZoomHost h where h.connectionId = ?1) and endsAt > ?2"
                            + " and (wanted or fulfilled < wish)",
                    instructor,
                    clock.instant());
            if (needed > 0) {
                throw new Refusal(409, "zoom-in-use", "Sessions still to come have their meetings there.")
                        .with("sessions", needed);
            }
            connection.delete();
            return sealed.open(instructor, connection.refreshToken);
        });
    }

    /** Uses each refresh token before it might be too old; of several instances one does it. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keepFresh() {
        List<ZoomConnection> old = QuarkusTransaction.requiringNew()
                .call(() -> ZoomConnection.list(
                        "refreshToken is not null and state = 'CONNECTED' and refreshedAt < ?1",
                        clock.instant().minus(OLD)));
        for (ZoomConnection connection : old) {
            try {
                tokens.of(connection.id, sealed.open(connection.id, connection.accessToken));
            } catch (ZoomFailure failure) {
                LOG.infof("A Zoom connection cannot be kept fresh: %s", failure.getMessage());
            }
        }
    }
}
