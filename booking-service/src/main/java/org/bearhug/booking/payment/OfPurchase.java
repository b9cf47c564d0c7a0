package org.bearhug.booking.payment;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;

/** What belongs to a booking or a pass is locked after it, so that all take their locks in one order. */
final class OfPurchase {

    private OfPurchase() {}

    /** Kept from changing until the transaction ends, after what it is for; null when there is none. */
    static <T> T locked(Class<T> type, UUID id, Sellers sellers) {
        Optional<Purchase> purchase = purchase(type, id);
        purchase.ifPresent(sellers::lock);
        return purchase.isEmpty() ? null : Panache.getEntityManager().find(type, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What it is for, as long as it is there. */
    static Optional<Purchase> purchase(Class<?> type, UUID id) {
        return Panache.getEntityManager()
                .createQuery(
                        "select bookingId, passId from " + type.getSimpleName() + " where id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> Purchase.of((UUID) row[0], (UUID) row[1]));
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
