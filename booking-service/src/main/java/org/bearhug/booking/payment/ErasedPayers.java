package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.letters.Letters;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/** Of an erased person sums, days and ids stay; words go. */
@ApplicationScoped
class ErasedPayers implements PersonalData.Forgetting {

    private static final List<String> FORGET = List.of(
            "UPDATE payment_by_hand SET note = NULL WHERE (carer_id = :id OR noted_by = :id) AND note IS NOT NULL",
            "DELETE FROM payment_rules WHERE account_id = :id");

    @Inject
    Session database;

    @Inject
    Letters letters;

    @Override
    public void forget(UUID erased) {
        letters.forget(erased);
        FORGET.forEach(statement -> database.createNativeMutationQuery(statement)
                .setParameter("id", erased)
                .executeUpdate());
    }
}
