package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.hibernate.Session;

/** A booking, and those that took its place, one after the other. A pass never moves. */
@ApplicationScoped
class MovedLine {

    private static final String MOVED_TO = "SELECT id FROM booking WHERE moved_from = :booking";

    @Inject
    Session database;

    @Inject
    Sellers sellers;

    /**
     * For what this was paid, and what has its place since: all locked, from the oldest on. To be asked for before the payment
     * is locked, since all bookings are locked before all payments.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Purchase> lockedFor(UUID payment) {
        List<Purchase> line = new ArrayList<>();
        for (Optional<Purchase> next = OfPurchase.purchase(Payment.class, payment); next.isPresent(); ) {
            Purchase each = next.get();
            sellers.lock(each);
            line.add(each);
            next = movedTo(each);
        }
        return line;
    }

    /** The one that has the place. */
    static Purchase latest(List<Purchase> line) {
        return line.get(line.size() - 1);
    }

    private Optional<Purchase> movedTo(Purchase purchase) {
        return purchase.passId() != null
                ? Optional.empty()
                : database.createNativeQuery(MOVED_TO, UUID.class)
                        .setParameter("booking", purchase.id())
                        .uniqueResultOptional()
                        .map(Purchase::booking);
    }
}
