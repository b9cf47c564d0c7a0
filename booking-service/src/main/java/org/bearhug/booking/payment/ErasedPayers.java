package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.letters.Letters;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/** Of an erased person sums, days and ids stay; words go. */
@ApplicationScoped
class ErasedPayers implements FeedConsumer.Handler {

    private static final List<String> FORGET = List.of(
            "UPDATE payment_by_hand SET note = NULL WHERE (carer_id = :id OR noted_by = :id) AND note IS NOT NULL",
            "DELETE FROM payment_rules WHERE account_id = :id");

    @Inject
    Session database;

    @Inject
    Letters letters;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            UUID erased = UUID.fromString(event.subject());
            letters.forget(erased);
            FORGET.forEach(statement -> database.createNativeMutationQuery(statement)
                    .setParameter("id", erased)
                    .executeUpdate());
        }
    }
}
