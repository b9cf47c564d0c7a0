package org.bearhug.course.zoom;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A Zoom user who can hold meetings, as many at once as there are lanes. Whoever plans meetings holds this row's lock. */
@Entity
class ZoomHost extends PanacheEntityBase {

    private static final String NEXT_DUE =
            """
            select min(greatest(m.dueAt, coalesce(m.claimedUntil, m.dueAt), coalesce(h.parkedUntil, m.dueAt)))
              from ZoomMeeting m join ZoomHost h on h.id = m.hostId
             where h.id = :host and m.fulfilled < m.wish and (m.wanted = false or m.endsAt > :now)""";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    UUID connectionId;

    String name;

    /** Whether the plan lets people register, and so have private ways in, as far as is known. */
    boolean licensed = true;

    /** Zoom asked not to be called before. */
    Instant parkedUntil;

    /** When to compare next what Zoom has with what it should have. */
    Instant sweepAt;

    /** Those of a connection in one order, locked; made when they are named for the first time. */
    static List<ZoomHost> locked(UUID connection, List<String> names, Instant now) {
        for (String name : names) {
            getEntityManager()
                    .createNativeQuery(
                            "INSERT INTO zoom_host (connection_id, name, sweep_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
                    .setParameter(1, connection)
                    .setParameter(2, name)
                    .setParameter(3, now)
                    .executeUpdate();
        }
        return ZoomHost.<ZoomHost>find("connectionId = ?1 and name in ?2 order by id", connection, names)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** When the next wish for a meeting of this host may be worked on; empty without any. */
    static Optional<Instant> nextDue(int id, Instant now) {
        return getEntityManager()
                .createQuery(NEXT_DUE, Instant.class)
                .setParameter("host", id)
                .setParameter("now", now)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean isParked(Instant now) {
        return parkedUntil != null && now.isBefore(parkedUntil);
    }
}
