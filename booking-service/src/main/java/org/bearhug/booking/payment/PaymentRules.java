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

/** How an instructor is paid by hand. */
@Entity
class PaymentRules extends PanacheEntityBase {

    @Id
    UUID accountId;

    String howToPay;

    int dueDays;

    Integer expireAfterDays;

    @Version
    long version;

    static Map<UUID, PaymentRules> of(Collection<UUID> instructors) {
        return PaymentRules.<PaymentRules>list("accountId in ?1", instructors).stream()
                .collect(Collectors.toMap(rules -> rules.accountId, Function.identity()));
    }
}
