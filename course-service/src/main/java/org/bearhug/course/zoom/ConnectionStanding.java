package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** How things stand between an instructor and Zoom. */
@ApplicationScoped
class ConnectionStanding {

    private static final int MOST_PROBLEMS = 20;

    private static final String PROBLEMS =
            """
            SELECT m.session_id, c.title, s.starts_at, s.time_zone, m.problem
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
    Session database;

    @Inject
    Clock clock;

    @Transactional
    ConnectionView of(UUID instructor) {
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
                .map(row -> new ConnectionView.Problem(
                        (UUID) row[0], (String) row[1], (Instant) row[2], (String) row[3], (String) row[4]))
                .toList();
    }
}
