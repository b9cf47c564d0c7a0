package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;
import org.hibernate.Session;

/** Keeps how instructors are paid by hand. */
@ApplicationScoped
class Rules {

    private static final String WRITE =
            """
            INSERT INTO payment_rules AS r (account_id, how_to_pay, due_days, expire_after_days)
            VALUES (:account, :howToPay, :dueDays, :expireAfterDays)
            ON CONFLICT (account_id) DO UPDATE
               SET (how_to_pay, due_days, expire_after_days, version) =
                   (excluded.how_to_pay, excluded.due_days, excluded.expire_after_days, r.version + 1)
             WHERE r.version = :seen""";

    @Inject
    Session database;

    /** With the version that the next change has to name; 0 for who has never said anything. */
    @Transactional
    Versioned<PaymentRulesResource.View> of(UUID instructor) {
        PaymentRules rules = PaymentRules.findById(instructor);
        return rules == null
                ? new Versioned<>(new PaymentRulesResource.View(null, Payments.USUAL_DUE_DAYS, null), 0)
                : new Versioned<>(
                        new PaymentRulesResource.View(rules.howToPay, rules.dueDays, rules.expireAfterDays),
                        rules.version);
    }

    /** @throws Refusal 428, 412 when it is not what was seen */
    @Transactional
    Versioned<PaymentRulesResource.View> write(UUID instructor, String ifMatch, PaymentRulesResource.View wish) {
        long seen = of(instructor).version();
        Versions.require(ifMatch, seen);
        int written = database.createNativeMutationQuery(WRITE)
                .setParameter("account", instructor)
                .setParameter("howToPay", wish.howToPay(), String.class)
                .setParameter("dueDays", wish.dueDays())
                .setParameter("expireAfterDays", wish.expireAfterDays(), Integer.class)
                .setParameter("seen", seen)
                .executeUpdate();
        if (written == 0) {
            throw new Refusal(412, "version-conflict", "It was changed since you read it. Read it again.");
        }
        return new Versioned<>(wish, seen + 1);
    }
}
