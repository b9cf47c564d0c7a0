package org.bearhug.booking.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Who is in a group: whoever booked a place in one of its sessions that is to come, or over for no longer than a while. */
@ApplicationScoped
class Recipients {

    /** "Here are the songs that we sang": after that a class is over. */
    static final Duration AFTERWARDS = Duration.ofDays(14);

    private static final String TITLE =
            """
            SELECT title FROM class_session
             WHERE %s = :group AND instructor_id = :instructor AND published
             ORDER BY starts_at DESC
             LIMIT 1""";

    private static final String CARERS =
            """
            SELECT DISTINCT p.carer_id
              FROM class_session s
              JOIN place p ON p.session_id = s.id AND p.state = 'CONFIRMED'
             WHERE s.%s = :group AND s.instructor_id = :instructor AND s.ends_at > :since
               AND NOT EXISTS (SELECT FROM carer c WHERE c.id = p.carer_id AND c.erased)
             ORDER BY 1""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /** What this instructor's group is called; empty when there is none, or another's. */
    Optional<String> title(UUID instructor, Group group, UUID id) {
        return database.createNativeQuery(TITLE.formatted(group.column), String.class)
                .setParameter("group", id)
                .setParameter("instructor", instructor)
                .uniqueResultOptional();
    }

    List<UUID> carers(UUID instructor, Group group, UUID id) {
        return database.createNativeQuery(CARERS.formatted(group.column), UUID.class)
                .setParameter("group", id)
                .setParameter("instructor", instructor)
                .setParameter("since", clock.instant().minus(AFTERWARDS))
                .getResultList();
    }
}
