package org.bearhug.booking.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.families.Families;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** A seat in another session of the same course, for a child that misses one. It is used by one booking at a time. */
@Entity
@Table(name = "make_up_credit")
class Credit extends PanacheEntityBase {

    private static final String OF_CARER =
            "SELECT c.* FROM make_up_credit c JOIN child ON child.id = c.child_id WHERE " + Families.CARED_FOR;

    /** Where a credit stands. */
    enum State {
        USABLE,
        USED,
        EXPIRED
    }

    @Id
    UUID id;

    UUID placeId;

    UUID childId;

    UUID courseId;

    UUID blockId;

    int nth;

    String title;

    String currency;

    Instant grantedAt;

    Instant validUntil;

    UUID bookingId;

    static Optional<Credit> forPlace(UUID place) {
        return find("placeId", place).firstResultOptional();
    }

    /** The newest first, below this one. */
    static List<Credit> page(UUID carer, UUID before, int size) {
        return seenBy(carer, "c.id < :before ORDER BY c.id DESC")
                .setParameter("before", before)
                .setMaxResults(size)
                .getResultList();
    }

    private static NativeQuery<Credit> seenBy(UUID carer, String condition) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(OF_CARER + " AND " + condition, Credit.class)
                .setParameter("carer", carer);
    }

    static int granted(UUID child, UUID block) {
        return (int) count("childId = ?1 and blockId = ?2", child, block);
    }

    /** Whatever this booking was made with can be used again; before its seats are given back, for whoever uses it locks it first. */
    static void freeFrom(UUID booking) {
        update("bookingId = null where bookingId = ?1", booking);
    }

    static Refusal used(UUID booking) {
        return new Refusal(409, "credit-used", "This credit is used.").with("bookingId", booking);
    }

    State state(Instant now) {
        return bookingId != null ? State.USED : now.isBefore(validUntil) ? State.USABLE : State.EXPIRED;
    }
}
