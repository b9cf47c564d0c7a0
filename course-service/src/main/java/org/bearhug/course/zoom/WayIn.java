package org.bearhug.course.zoom;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** One place's way into one meeting. Of a place that was released only that is kept, so that none is made for it. */
@Entity(name = "ZoomWayIn")
class WayIn extends PanacheEntityBase {

    @Id
    UUID placeId;

    UUID sessionId;

    Long zoomId;

    String registrantId;

    String sealedLink;

    boolean released;

    static Optional<WayIn> locked(UUID placeId) {
        return findByIdOptional(placeId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Makes the row if need be, and locks it. */
    static WayIn of(UUID placeId, UUID sessionId) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO zoom_way_in (place_id, session_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, placeId)
                .setParameter(2, sessionId)
                .executeUpdate();
        return locked(placeId).orElseThrow();
    }
}
