package org.bearhug.booking.payment;

import com.stripe.model.Dispute;
import java.util.Locale;
import java.util.Set;
import org.bearhug.booking.money.Money;

/** Money that a carer's bank asks back, as Stripe knows it. */
record Disputed(String id, String intent, Money sum, String status) {

    private static final Set<String> OVER = Set.of("won", "lost", "warning_closed", "prevented");

    static Disputed of(Dispute dispute) {
        return new Disputed(
                dispute.getId(),
                dispute.getPaymentIntent(),
                new Money(dispute.getAmount(), dispute.getCurrency().toUpperCase(Locale.ROOT)),
                dispute.getStatus());
    }

    /** What is asked back of this sum: all of it, unless it is about a part. */
    Money of(Money paid) {
        return sum.currency().equals(paid.currency()) && sum.amount() < paid.amount() ? sum : paid;
    }

    boolean isOver() {
        return OVER.contains(status);
    }

    boolean isLost() {
        return status.equals("lost");
    }
}
