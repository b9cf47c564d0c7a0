package org.bearhug.booking.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money that goes back by Stripe; no more of a payment than came. */
@Entity
class Refund extends PanacheEntityBase {

    /** Where it stands. */
    @Schema(name = "RefundState")
    enum State {
        /** Stripe is to be asked, or was and did not answer. */
        WANTED,
        /** Stripe has taken it and the bank has not said yet. */
        SENT,
        SUCCEEDED,
        /** It is to be paid back in another way. */
        FAILED
    }

    @Id
    UUID id;

    UUID paymentId;

    UUID bookingId;

    long amount;

    @Enumerated(EnumType.STRING)
    State state;

    String refundRef;

    String problem;

    int tries;

    Instant dueAt;

    Instant createdAt;

    static Refund locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<Refund> ofBooking(UUID booking) {
        return list("bookingId = ?1 order by id", booking);
    }
}
