package org.bearhug.booking.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
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
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.timetable.Terms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

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

    /** A carer sees what they booked, and whatever holds a place of a child they care for. */
    private static final String SEEN =
            """
            SELECT * FROM booking
             WHERE id IN (SELECT id FROM booking WHERE carer_id = :carer
                          UNION
                          SELECT booking_id FROM place JOIN child ON child.id = place.child_id WHERE %s)"""
                    .formatted(Families.CARED_FOR);

    private static final String MADE_OR_TAUGHT =
            """
            SELECT * FROM booking b
             WHERE id = :id
               AND (carer_id = :account
                    OR EXISTS (SELECT FROM class_block c WHERE c.id = b.block_id AND c.instructor_id = :account)
                    OR EXISTS (SELECT FROM class_session c WHERE c.id = b.session_id AND c.instructor_id = :account))""";

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

    @Embedded
    PriceLines lines;

    @Embedded
    Terms terms;

    UUID movedFrom;

    Long difference;

    @Version
    long version;

    static Optional<Booking> of(UUID carer, UUID id) {
        return seenBy(carer, "id = :id").setParameter("id", id).uniqueResultOptional();
    }

    /** Of whom it was made by, or of whose class it is. */
    static Optional<Booking> madeOrTaughtBy(UUID account, UUID id) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(MADE_OR_TAUGHT, Booking.class)
                .setParameter("account", account)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /** Read and kept from changing until the transaction ends. */
    static Optional<Booking> lockedOf(UUID carer, UUID id) {
        return seenBy(carer, "id = :id FOR UPDATE").setParameter("id", id).uniqueResultOptional();
    }

    /** Any carer's, kept from changing until the transaction ends. */
    static Booking locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first, below this one, in any state when that is null. */
    static List<Booking> page(UUID carer, State state, UUID before, int size) {
        String inState = state == null ? "" : " AND state = '" + state + "'";
        return seenBy(carer, "id < :before" + inState + " ORDER BY id DESC")
                .setParameter("before", before)
                .setMaxResults(size)
                .getResultList();
    }

    private static NativeQuery<Booking> seenBy(UUID carer, String condition) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(SEEN + " AND " + condition, Booking.class)
                .setParameter("carer", carer);
    }

    /** Nothing is left of it. */
    boolean isOver() {
        return state == State.CANCELLED || state == State.EXPIRED;
    }

    boolean isBeingPaid() {
        return state == State.PENDING_PAYMENT;
    }

    boolean uses(PriceLine.Code code) {
        return PriceLines.contain(lines, code);
    }

    Purchase purchase() {
        return Purchase.booking(id);
    }

    Money price() {
        return new Money(amount, currency);
    }

    void cancel(Instant now) {
        state = State.CANCELLED;
        cancelledAt = now;
    }
}
