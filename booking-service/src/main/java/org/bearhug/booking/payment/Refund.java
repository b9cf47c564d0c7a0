package org.bearhug.booking.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money that goes back by Stripe; no more of a payment than came. */
@Entity
class Refund extends PanacheEntityBase {

    /** Where it stands. */
    @Schema(name = "RefundState")
    enum State {
        /** Stripe is to be asked, or was and did not answer, or said no and may say yes later. */
        WANTED,
        /** Stripe has taken it and the bank has not said yet. */
        SENT,
        SUCCEEDED,
        /** It is to be paid back in another way, unless it is not owed any more. */
        FAILED
    }

    /** Why it goes back. */
    @Schema(name = "RefundCause")
    enum Cause {
        /** More was paid than is owed. */
        OWED,
        /** Somebody gave it back on Stripe's own pages. */
        AT_STRIPE,
        /** The bank took it, after a dispute that was lost. */
        DISPUTE
    }

    @Id
    UUID id;

    UUID paymentId;

    UUID bookingId;

    UUID passId;

    long amount;

    @Enumerated(EnumType.STRING)
    Cause cause;

    @Enumerated(EnumType.STRING)
    State state;

    String refundRef;

    String problem;

    int tries;

    int failures;

    Instant dueAt;

    Instant createdAt;

    /** Kept from changing until the transaction ends, after what it is for; null when there is none. */
    static Refund locked(UUID id, Sellers sellers) {
        return OfPurchase.locked(Refund.class, id, sellers);
    }

    /** The one that Stripe knows by this name. */
    static Optional<UUID> named(String ref) {
        return OfPurchase.id("select id from Refund where refundRef = :key", ref);
    }

    static List<Refund> of(Purchase purchase) {
        return list(purchase.kind().in("%1$sId = ?1 order by id"), purchase.id());
    }

    /** For what it was paid that goes back. */
    Purchase purchase() {
        return Purchase.of(bookingId, passId);
    }
}
