package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.Payments;
import org.bearhug.booking.voucher.VoucherUses;
import org.hibernate.Session;

/**
 * What is held or offered of a session that its instructor has cancelled can no longer be booked: its seats, those in other
 * sessions too, are free at once. Whoever it was offered to is {@link BackInLine}.
 */
@ApplicationScoped
class VoidHolds {

    private static final String CONCERNED =
            """
            SELECT DISTINCT h.hold_id
              FROM class_session c
              JOIN held_seat h ON h.session_id = c.id
             WHERE c.state = 'CANCELLED'
             LIMIT 500""";

    private static final String PAID_WITH = "SELECT booking_id FROM hold WHERE id = :id AND booking_id IS NOT NULL";

    @Inject
    Session database;

    @Inject
    BackInLine backInLine;

    @Inject
    HeldSeats heldSeats;

    @Inject
    VoucherUses voucherUses;

    @Inject
    Payments payments;

    @Inject
    DeskFacts facts;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "close-void-holds")
    void close() {
        List<UUID> concerned = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CONCERNED, UUID.class).getResultList());
        OneByOne.each(
                "hold", concerned, hold -> QuarkusTransaction.requiringNew().run(() -> close(hold)));
    }

    private void close(UUID id) {
        backInLine.lock(id);
        database.createNativeQuery(PAID_WITH, UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .ifPresent(this::callOff);
        Hold hold = Hold.locked(id);
        if (hold == null) {
            return;
        }
        if (hold.uses(PriceLine.Code.VOUCHER)) {
            voucherUses.giveBack(id);
        }
        facts.seatsChanged(heldSeats.letGo(id));
        backInLine.of(id);
    }

    /** Nobody shall pay for it any more. */
    private void callOff(UUID booking) {
        Booking.locked(booking);
        payments.callOff(Purchase.booking(booking));
    }
}
