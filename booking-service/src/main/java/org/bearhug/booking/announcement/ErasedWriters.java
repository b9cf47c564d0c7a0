package org.bearhug.booking.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/** What an erased instructor wrote to groups is forgotten here; the letters that arrived are their readers'. */
@ApplicationScoped
class ErasedWriters implements FeedConsumer.Handler {

    @Inject
    Session database;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            database.createNativeMutationQuery("DELETE FROM announcement WHERE instructor_id = :id")
                    .setParameter("id", UUID.fromString(event.subject()))
                    .executeUpdate();
        }
    }
}
