package org.bearhug.course.zoom;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A Zoom user who can hold meetings, as many at once as there are lanes. Whoever plans meetings holds this row's lock. */
@Entity
class ZoomHost extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    UUID connectionId;

    String name;

    /** Whether the plan lets people register, and so have private ways in. */
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

    boolean isParked(Instant now) {
        return parkedUntil != null && now.isBefore(parkedUntil);
    }
}
