package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.hibernate.Session;

/** How bookings and passes are paid, for those who look at them. */
@ApplicationScoped
public class HowPaid {

    private static final String WITH_RULES =
            """
            select p, r.howToPay
              from Payment p left join PaymentRules r on r.accountId = p.instructorId
             where p.%1$sId in :ids
             order by p.id""";

    @Inject
    Session database;

    @Inject
    Payments payments;

    /** How each of these bookings, or passes, is paid, as far as there is something to pay. */
    @Transactional
    public Map<UUID, PaymentView> of(Purchase.Kind kind, Collection<UUID> ids) {
        return database.createQuery(kind.in(WITH_RULES), Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> ((Payment) row[0]).purchase().id(),
                        row -> PaymentView.of((Payment) row[0], (String) row[1]),
                        (older, newer) -> newer));
    }

    /**
     * Whether a page can be asked for on which it is paid: something is owed, and no page is open.
     *
     * @param balance null for who may not know it
     * @param payment how it is paid so far; null when there is none
     */
    public boolean isPayableOnline(Money balance, PaymentView payment) {
        return payments.isOnline()
                && balance != null
                && balance.amount() > 0
                && (payment == null || !payment.waitsForMoney());
    }
}
