package org.bearhug.booking.payment;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** How an instructor is paid by hand. */
@Entity
class PaymentRules extends PanacheEntityBase {

    /** In SQL, since a list of any length in HQL is translated anew each time. */
    private static final String OF_THESE = "SELECT * FROM payment_rules WHERE account_id = ANY(:instructors)";

    @Id
    UUID accountId;

    String howToPay;

    int dueDays;

    Integer expireAfterDays;

    @Version
    long version;

    static Map<UUID, PaymentRules> of(Collection<UUID> instructors) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(OF_THESE, PaymentRules.class)
                .setParameter("instructors", instructors.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(rules -> rules.accountId, Function.identity()));
    }

    /** The instructor's own words; null when there are none. */
    static String howToPay(UUID instructor) {
        return PaymentRules.<PaymentRules>findByIdOptional(instructor)
                .map(rules -> rules.howToPay)
                .orElse(null);
    }
}
