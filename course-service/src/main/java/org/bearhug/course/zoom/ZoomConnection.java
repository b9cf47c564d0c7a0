package org.bearhug.course.zoom;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The way into a Zoom account. Its tokens are sealed, and one instance at a time fetches new ones. */
@Entity
class ZoomConnection extends PanacheEntityBase {

    /** Whether the account lets us in. */
    enum State {
        /** As far as we know. */
        CONNECTED,
        /** The instructor has to connect it again. */
        RECONNECT
    }

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    State state = State.CONNECTED;

    String accessToken;

    Instant accessUntil;

    String refreshToken;

    String scopes = "";

    Instant refreshedAt;

    UUID holder;

    Instant heldUntil;

    /** Somebody has told Zoom not to let us in any more, and it may have been this one. */
    boolean doubted;

    /** The instructor is erased: Zoom is told when it has done what is left to do, and then this is forgotten. */
    Instant leavingSince;

    static ZoomConnection of(UUID id) {
        ZoomConnection connection = new ZoomConnection();
        connection.id = id;
        return connection;
    }

    /** Makes the row if need be, and locks it. */
    static ZoomConnection made(UUID id) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO zoom_connection (id, state) VALUES (?1, 'CONNECTED') ON CONFLICT DO NOTHING")
                .setParameter(1, id)
                .executeUpdate();
        return locked(id).orElseThrow();
    }

    static Optional<ZoomConnection> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean isHeld(Instant now) {
        return heldUntil != null && now.isBefore(heldUntil);
    }

    void hold(UUID by, Instant until) {
        holder = by;
        heldUntil = until;
    }

    void free() {
        holder = null;
        heldUntil = null;
    }
}
