package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.Payments;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.booking.voucher.Vouchers;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/**
 * What is held or offered of a session that its instructor has cancelled can no longer be booked: its seats, those in other
 * sessions too, are free at once. A family to whom it was offered has its old place in line again, for what is left, unless it has joined the line once
 * more meanwhile.
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
    Timetable timetable;

    @Inject
    HeldSeats heldSeats;

    @Inject
    Line line;

    @Inject
    Prospects prospects;

    @Inject
    Matcher matcher;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Vouchers vouchers;

    @Inject
    Payments payments;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    @Scheduled(every = "{bearhug.tidy-every}", identity = "close-void-holds")
    void close() {
        List<UUID> concerned = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(CONCERNED, UUID.class).getResultList());
        OneByOne.each(
                "hold", concerned, hold -> QuarkusTransaction.requiringNew().run(() -> close(hold)));
    }

    private void close(UUID id) {
        WaitlistEntry.courseOffered(id).ifPresent(line::lock);
        database.createNativeQuery(PAID_WITH, UUID.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .ifPresent(this::callOff);
        Hold hold = Hold.locked(id);
        if (hold == null) {
            return;
        }
        if (hold.uses(PriceLine.Code.VOUCHER)) {
            vouchers.giveBack(id);
        }
        facts.seatsChanged(heldSeats.letGo(id));
        WaitlistEntry.offeredBy(id).ifPresent(this::waitAgain);
    }

    /** Nobody shall pay for it any more. */
    private void callOff(UUID booking) {
        Booking.locked(booking);
        payments.callOff(Purchase.booking(booking));
    }

    private void waitAgain(WaitlistEntry entry) {
        boolean anyLeft = false;
        boolean waitsAlready = false;
        for (Wanted option : entry.options()) {
            Optional<Offer> offer = forSale(option);
            if (offer.isPresent()) {
                anyLeft = true;
                Prospects.Hope hope = new Prospects.Hope(entry.carerId, option);
                boolean open = !prospects.of(List.of(hope), clock.instant()).isEmpty();
                waitsAlready |= !line.rejoin(entry, option.subject(), offer.get(), open);
            }
        }
        boolean again = anyLeft && !waitsAlready;
        if (!again) {
            line.leave(entry.id);
        }
        entry.waitAgain(again);
        facts.waitlistChanged(entry);
        UUID course = entry.courseId;
        afterCommit.then(course, () -> matcher.match(course));
    }

    private Optional<Offer> forSale(Wanted option) {
        try {
            return Optional.of(
                    option.blockId() == null
                            ? timetable.dropIn(option.sessionId())
                            : timetable.block(option.blockId()));
        } catch (Refusal notForSale) {
            return Optional.empty();
        }
    }
}
