package org.bearhug.booking.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sum that is to be paid for a booking or a pass, in one way. At most one of each is under way. */
@Entity
class Payment extends PanacheEntityBase {

    /** Who takes the money. */
    @Schema(name = "PaymentProvider")
    enum Provider {
        MANUAL,
        STRIPE
    }

    /** Where it stands. */
    @Schema(name = "PaymentState")
    enum State {
        /** To be paid to the instructor by some day. */
        DUE,
        /** Stripe is being asked for a page. */
        OPENING,
        /** There is a page on which it can be paid. */
        OPEN,
        /** It is ordered, and the bank will tell. */
        PROCESSING,
        PAID,
        /** It was not paid in time. */
        EXPIRED,
        /** The bank or Stripe refused. */
        FAILED,
        /** Something else was paid than was asked for; somebody has to look at it. */
        MISMATCH,
        /** Nothing is owed any more, for it was given up or forgiven. */
        SETTLED
    }

    static final List<State> UNDER_WAY = List.of(State.DUE, State.OPENING, State.OPEN, State.PROCESSING);

    @Id
    UUID id;

    UUID bookingId;

    UUID passId;

    UUID carerId;

    UUID instructorId;

    @Enumerated(EnumType.STRING)
    Provider provider;

    @Enumerated(EnumType.STRING)
    State state;

    long amount;

    String currency;

    /** Seats are kept for it, or a pass is, as long as it is under way. */
    @Column(name = "keeps_seats")
    boolean keeps;

    Instant until;

    Instant createdAt;

    Instant pageEndsAt;

    String sessionRef;

    String intentRef;

    String url;

    String problem;

    String dispute;

    Instant askedAt;

    Instant paidAt;

    Instant toldAt;

    Instant remindedAt;

    @Version
    long version;

    /** Kept from changing until the transaction ends, after what it is for; null when there is none. */
    static Payment locked(UUID id, Sellers sellers) {
        return OfPurchase.locked(Payment.class, id, sellers);
    }

    /** The one that Stripe knows by this name of an intent. */
    static Optional<UUID> withIntent(String intent) {
        return OfPurchase.id("select id from Payment where intentRef = :key", intent);
    }

    static Optional<Payment> underWayFor(Purchase purchase) {
        return find(purchase.kind().in("%1$sId = ?1 and state in ?2"), purchase.id(), UNDER_WAY)
                .firstResultOptional();
    }

    static List<Payment> of(Purchase purchase) {
        return list(purchase.kind().in("%1$sId = ?1 order by id"), purchase.id());
    }

    /** How this is paid, or was tried to be paid last. */
    static Optional<Payment> latestOf(Purchase purchase) {
        return find(purchase.kind().in("%1$sId = ?1 order by id desc"), purchase.id())
                .firstResultOptional();
    }

    /** What it is for. */
    Purchase purchase() {
        return Purchase.of(bookingId, passId);
    }

    boolean isUnderWay() {
        return UNDER_WAY.contains(state);
    }

    Money sum() {
        return new Money(amount, currency);
    }

    void end(State how) {
        state = how;
        url = null;
    }

    /** Nothing is owed any more. A page is closed as soon as Stripe answers; what is paid on it all the same goes back. */
    void callOff(Instant now) {
        if (provider == Provider.MANUAL) {
            end(State.SETTLED);
        } else {
            until = now;
        }
    }
}
