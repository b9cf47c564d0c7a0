package org.bearhug.booking.payment;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** What belongs to a booking is locked after it, so that all take their locks in one order. */
final class OfBooking {

    private OfBooking() {}

    /** Kept from changing until the transaction ends, after its booking; null when there is none. */
    static <T> T locked(Class<T> type, UUID id, SeatsToPay seats) {
        Optional<UUID> booking = id("select bookingId from " + type.getSimpleName() + " where id = :key", id);
        booking.ifPresent(seats::lock);
        return booking.isEmpty() ? null : Panache.getEntityManager().find(type, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The first id that a query about this key finds. */
    static Optional<UUID> id(String query, Object key) {
        return Panache.getEntityManager()
                .createQuery(query, UUID.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
