package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Purchase;

/** Refunds that somebody made on Stripe's own pages. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ForeignRefunds {

    @Inject
    MovedLine moved;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    RefundNews news;

    /** Stripe says this of one, of this payment. */
    void learn(UUID payment, GivenBack given) {
        List<Purchase> line = moved.lockedFor(payment);
        Optional<UUID> known = Refund.named(given.id());
        if (known.isEmpty() && !given.hasFailed()) {
            known = Optional.of(
                    refunds.want(payment, wanting(line, given.amount()), given.amount(), Refund.Cause.AT_STRIPE));
        }
        known.ifPresent(refund -> news.learn(refund, given));
    }

    /** For what it was given, most likely: the oldest for which as much is to be paid back, or else the one that has the place. */
    private Purchase wanting(List<Purchase> line, long amount) {
        return line.stream()
                .filter(each -> -ledger.balance(each).amount() >= amount)
                .findFirst()
                .orElseGet(() -> MovedLine.latest(line));
    }
}
