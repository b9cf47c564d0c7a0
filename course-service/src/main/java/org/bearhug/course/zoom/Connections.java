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
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** The rules of instructors' own accounts. */
@ApplicationScoped
class Connections {

    private static final Logger LOG = Logger.getLogger(Connections.class);

    /** Nobody knows for certain how long a refresh token lives unused; some say 90 days. */
    private static final Duration OLD = Duration.ofDays(6);

    private static final int MOST_PROBLEMS = 20;

    private static final String PROBLEMS =
            """
            SELECT m.session_id, m.problem
              FROM zoom_meeting m JOIN session s ON s.id = m.session_id JOIN course c ON c.id = s.course_id
             WHERE c.instructor_id = :instructor AND m.problem IS NOT NULL AND m.fulfilled < m.wish AND m.ends_at > :now
             ORDER BY m.starts_at LIMIT :most""";

    @Inject
    ZoomSettings settings;

    @Inject
    Accounts accounts;

    @Inject
    Budget budget;

    @Inject
    AccessTokens tokens;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Session database;

    @Inject
    Clock clock;

    @Transactional
    ConnectionView view(UUID instructor) {
        Optional<Accounts.Account> account = accounts.of(instructor);
        List<ConnectionView.Host> hosts = account.stream()
                .flatMap(known -> ZoomHost.<ZoomHost>stream(
                        "connectionId = ?1 and name in ?2 order by id", known.connection(), known.hosts()))
                .map(host -> ConnectionView.Host.of(budget.standing(host.id, clock.instant())))
                .toList();
        return new ConnectionView(
                account.map(known -> state(known.connection())).orElse(ConnectionView.State.NONE),
                settings.userApp().isPresent(),
                hosts,
                problems(instructor),
                account.map(known -> missingScopes(known.connection())).orElse(List.of()));
    }

    private static ConnectionView.State state(UUID connection) {
        if (connection.equals(ZoomSettings.PLATFORM)) {
            return ConnectionView.State.PLATFORM;
        }
        return switch (ZoomConnection.<ZoomConnection>findById(connection).state) {
            case CONNECTED -> ConnectionView.State.CONNECTED;
            case RECONNECT -> ConnectionView.State.RECONNECT;
        };
    }

    private static List<String> missingScopes(UUID connection) {
        return ZoomConnection.<ZoomConnection>findByIdOptional(connection)
                .map(row -> Scopes.missing(row.scopes, connection.equals(ZoomSettings.PLATFORM)))
                .orElse(List.of());
    }

    private List<ConnectionView.Problem> problems(UUID instructor) {
        return database
                .createNativeQuery(PROBLEMS, Object[].class)
                .setParameter("instructor", instructor)
                .setParameter("now", clock.instant())
                .setParameter("most", MOST_PROBLEMS)
                .getResultList()
                .stream()
                .map(row -> new ConnectionView.Problem((UUID) row[0], (String) row[1]))
                .toList();
    }

    /** Takes in the tokens of an account that was connected; what waited for it goes on. */
    @Transactional
    void connected(UUID instructor, TokenEndpoint.Tokens fresh) {
        Instant now = clock.instant();
        ZoomConnection connection = ZoomConnection.locked(instructor).orElseGet(() -> ZoomConnection.of(instructor));
        tokens.store(connection, fresh);
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
            return tokens.open(instructor, connection.refreshToken);
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
                tokens.of(connection.id, tokens.open(connection.id, connection.accessToken));
            } catch (ZoomFailure failure) {
                LOG.infof("A Zoom connection cannot be kept fresh: %s", failure.getMessage());
            }
        }
    }
}
