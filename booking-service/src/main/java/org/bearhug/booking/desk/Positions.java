package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Where families stand in line. */
@ApplicationScoped
class Positions {

    private static final String POSITIONS =
            """
            SELECT e.id,
                   (SELECT count(DISTINCT before.entry_id)
                      FROM waitlist_seat mine
                      JOIN waitlist_seat before ON before.session_id = mine.session_id
                      JOIN waitlist_entry first ON first.id = before.entry_id AND first.nth < e.nth
                     WHERE mine.entry_id = e.id) + 1
              FROM waitlist_entry e
             WHERE e.id = ANY(:entries) AND e.state = 'WAITING'""";

    @Inject
    Session database;

    /** How many families are before those of these that wait, plus one; only those who want a seat in a same session count. */
    Map<UUID, Long> of(Collection<UUID> entries) {
        return database.createNativeQuery(POSITIONS, Object[].class)
                .setParameter("entries", entries.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }
}
