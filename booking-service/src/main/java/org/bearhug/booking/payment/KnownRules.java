package org.bearhug.booking.payment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bearhug.booking.memory.Remembered;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.booking.money.Money;

/** How instructors are paid by hand as far as it is remembered, with the versions by which that is checked. */
@ApplicationScoped
public class KnownRules {

    private final Remembered<ByTheirRules> rules = new Remembered<>(KnownRules::read);

    /** How an instructor is paid. */
    public record ByTheirRules(int dueDays, String howToPay) {

        /** What is booked now and is to be paid by hand. */
        public PaymentView due(UUID id, Money amount, Instant now) {
            return PaymentView.due(id, amount, now.plus(Duration.ofDays(dueDays)), howToPay);
        }
    }

    /** What is known of each of these; of those who have never said anything it is the usual, in version 0. */
    public Map<UUID, Fact<ByTheirRules>> recall(Set<UUID> instructors) {
        return rules.recall(instructors);
    }

    /** Lets go of what is no longer so. */
    public void forget(Collection<UUID> instructors) {
        rules.forget(instructors);
    }

    private static List<Fact<ByTheirRules>> read(Collection<UUID> instructors) {
        Map<UUID, PaymentRules> said = QuarkusTransaction.requiringNew().call(() -> PaymentRules.of(instructors));
        return instructors.stream().map(id -> fact(id, said.get(id))).toList();
    }

    private static Fact<ByTheirRules> fact(UUID instructor, PaymentRules said) {
        return said == null
                ? new Fact<>(instructor, 0, new ByTheirRules(Payments.USUAL_DUE_DAYS, null))
                : new Fact<>(instructor, said.version, new ByTheirRules(said.dueDays, said.howToPay));
    }
}
