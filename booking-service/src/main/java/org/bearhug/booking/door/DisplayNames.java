package org.bearhug.booking.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/** What carers have chosen to be called in calls. Nobody has a name there who has not chosen one. */
@ApplicationScoped
class DisplayNames implements PersonalData.Forgetting {

    /** Nobody gets a name after having been erased, by a request that was on its way. */
    private static final String CHOOSE =
            """
            INSERT INTO display_name AS d (carer_id, name)
            SELECT :carer, :name WHERE NOT EXISTS (SELECT FROM erased_account WHERE account_id = :carer)
            ON CONFLICT (carer_id) DO UPDATE SET name = excluded.name""";

    @Inject
    Session database;

    @Transactional
    Optional<String> of(UUID carer) {
        return database.createNativeQuery("SELECT name FROM display_name WHERE carer_id = :carer", String.class)
                .setParameter("carer", carer)
                .uniqueResultOptional();
    }

    @Transactional
    void choose(UUID carer, String name) {
        database.createNativeMutationQuery(CHOOSE)
                .setParameter("carer", carer)
                .setParameter("name", name)
                .executeUpdate();
    }

    @Override
    @Transactional
    public void forget(UUID carer) {
        database.createNativeMutationQuery("DELETE FROM display_name WHERE carer_id = :carer")
                .setParameter("carer", carer)
                .executeUpdate();
    }
}
