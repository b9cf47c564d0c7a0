package org.bearhug.booking.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * The money ledger: lines that are only ever added, each in the transaction of what it is about. What is owed for a
 * booking, or a pass, is the sum of its lines: charges − credits − payments + refunds. More than nothing is to be paid still; less
 * than nothing is to be paid back. Sums are handed over without a sign, the kind gives it. The charge for a booking is
 * written by the statement that takes its seats. The rules: docs/money.md.
 */
@ApplicationScoped
public class Ledger {

    private static final String ENTER =
            """
            INSERT INTO money_entry (%1$s_id, kind, amount, currency, reason, reference, entered_by, entered_at)
            SELECT id, :kind, :amount, currency, :reason, :reference, :by, :now
              FROM %1$s
             WHERE id = :id AND currency = :currency""";

    private static final String BALANCES =
            """
            SELECT b.id, b.currency, coalesce(sum(m.amount), 0)::bigint
              FROM %1$s b
              LEFT JOIN money_entry m ON m.%1$s_id = b.id
             WHERE b.id = ANY(:ids)
             GROUP BY b.id""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * Is to be paid, beside what was charged when a booking was made.
     *
     * @param by whose doing it is, or null when it is the service's own
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void charge(Purchase purchase, Money sum, String reason, UUID by) {
        enter(purchase, LedgerEntry.Kind.CHARGE, sum, reason, null, by);
    }

    /**
     * Was paid.
     *
     * @param reference by which whoever made the payment knows it, or null; each is entered at most once
     * @throws org.hibernate.exception.ConstraintViolationException {@code entered_once_per_reference}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void payment(Purchase purchase, Money sum, String reason, String reference, UUID by) {
        enter(purchase, LedgerEntry.Kind.PAYMENT, sum, reason, reference, by);
    }

    /** Was paid back; else as {@link #payment}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refund(Purchase purchase, Money sum, String reason, String reference, UUID by) {
        enter(purchase, LedgerEntry.Kind.REFUND, sum, reason, reference, by);
    }

    /** Need not be paid, or is to be paid back: it was given up, or is forgiven. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void credit(Purchase purchase, Money sum, String reason, UUID by) {
        enter(purchase, LedgerEntry.Kind.CREDIT, sum, reason, null, by);
    }

    private void enter(Purchase purchase, LedgerEntry.Kind kind, Money sum, String reason, String reference, UUID by) {
        if (sum.amount() == 0) {
            return;
        }
        int entered = database.createNativeMutationQuery(purchase.kind().in(ENTER))
                .setParameter("id", purchase.id())
                .setParameter("kind", kind.name())
                .setParameter("amount", sum.times(kind.sign).amount())
                .setParameter("currency", sum.currency())
                .setParameter("reason", reason)
                .setParameter("reference", reference, String.class)
                .setParameter("by", by, UUID.class)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (entered == 0) {
            throw new IllegalArgumentException("No " + purchase.kind() + " " + purchase.id() + " in " + sum.currency());
        }
    }

    /** What is owed for it: less than nothing is to be paid back. */
    @Transactional
    public Money balance(Purchase purchase) {
        return balances(purchase.kind(), List.of(purchase.id())).get(purchase.id());
    }

    /** What is owed for each of these bookings, or of these passes. */
    @Transactional
    public Map<UUID, Money> balances(Purchase.Kind kind, Collection<UUID> ids) {
        return database.createNativeQuery(kind.in(BALANCES), Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> new Money((Long) row[2], (String) row[1])));
    }
}
