package org.bearhug.booking.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a carer agreed to: a block as a whole or one session, for one or several children, at a price. */
@Entity
class Booking extends PanacheEntityBase {

    /** Where a booking stands. */
    @Schema(name = "BookingState")
    enum State {
        HELD,
        PENDING_PAYMENT,
        CONFIRMED,
        CANCELLED,
        EXPIRED
    }

    private static final UUID HIGHEST = new UUID(-1, -1);

    @Id
    UUID id;

    UUID carerId;

    UUID blockId;

    UUID sessionId;

    String title;

    int children;

    @Enumerated(EnumType.STRING)
    State state;

    long amount;

    String currency;

    Instant bookedAt;

    Instant cancelledAt;

    @Version
    long version;

    static Optional<Booking> of(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2", id, carer).firstResultOptional();
    }

    /** Read and kept from changing until the transaction ends. */
    static Optional<Booking> lockedOf(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2", id, carer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The newest first, those made before this one (or all, when it is null), in any state when that is null. */
    static List<Booking> page(UUID carer, State state, UUID before, int size) {
        UUID last = before == null ? HIGHEST : before;
        return (state == null
                        ? find("carerId = ?1 and id < ?2 order by id desc", carer, last)
                        : find("carerId = ?1 and id < ?2 and state = ?3 order by id desc", carer, last, state))
                .page(0, size)
                .list();
    }

    boolean isCancelled() {
        return state == State.CANCELLED;
    }

    void cancel(Instant now) {
        state = State.CANCELLED;
        cancelledAt = now;
    }
}
