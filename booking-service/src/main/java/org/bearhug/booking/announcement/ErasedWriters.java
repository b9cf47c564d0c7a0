package org.bearhug.booking.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/** What an erased instructor wrote to groups is forgotten here; the letters that arrived are their readers'. */
@ApplicationScoped
class ErasedWriters implements PersonalData.Forgetting {

    @Inject
    Session database;

    @Override
    public void forget(UUID account) {
        database.createNativeMutationQuery("DELETE FROM announcement WHERE instructor_id = :id")
                .setParameter("id", account)
                .executeUpdate();
    }
}
