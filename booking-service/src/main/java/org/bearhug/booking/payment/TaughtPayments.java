package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Page;
import org.hibernate.Session;

/** What is paid for an instructor's classes, to be looked at. */
@ApplicationScoped
class TaughtPayments {

    private static final String TITLES =
            """
            SELECT id, title FROM booking WHERE id = ANY(:ids)
             UNION ALL
            SELECT id, title FROM pass WHERE id = ANY(:ids)""";

    @Inject
    Session database;

    @Inject
    Ledger ledger;

    @Inject
    Families families;

    /**
     * As its instructor sees it.
     *
     * @param bookingId what it is for; absent when that is a pass
     * @param dispute Stripe's word for where a dispute stands
     */
    record Taught(
            UUID id,
            UUID bookingId,
            UUID passId,
            String title,
            String carerName,
            Payment.Provider provider,
            Payment.State state,
            Money amount,
            Money balance,
            Instant until,
            String problem,
            String dispute) {}

    /** Of an instructor's classes, the newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<Taught> page(UUID instructor, Payment.State state, UUID before, int limit) {
        String inState = state == null ? "" : " and state = '" + state + "'";
        List<Payment> found = Payment.<Payment>find(
                        "instructorId = ?1 and id < ?2" + inState + " order by id desc", instructor, before)
                .page(0, limit + 1)
                .list();
        Map<UUID, Money> balances = balances(found);
        Map<UUID, String> names = families.carerNames(
                found.stream().map(payment -> payment.carerId).collect(Collectors.toSet()));
        Map<UUID, String> titles = database.createNativeQuery(TITLES, Object[].class)
                .setParameter("ids", balances.keySet().toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
        return Page.of(
                found,
                limit,
                payment -> Page.Cursor.after(payment.id),
                payment -> new Taught(
                        payment.id,
                        payment.bookingId,
                        payment.passId,
                        titles.get(payment.purchase().id()),
                        names.get(payment.carerId),
                        payment.provider,
                        payment.state,
                        payment.sum(),
                        balances.get(payment.purchase().id()),
                        payment.until,
                        payment.problem,
                        payment.dispute));
    }

    private Map<UUID, Money> balances(List<Payment> payments) {
        Map<Purchase.Kind, List<UUID>> bought = payments.stream()
                .map(Payment::purchase)
                .collect(Collectors.groupingBy(Purchase::kind, Collectors.mapping(Purchase::id, Collectors.toList())));
        Map<UUID, Money> balances = new HashMap<>();
        bought.forEach((kind, ids) -> balances.putAll(ledger.balances(kind, ids)));
        return balances;
    }
}
