package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/** An instructor's own words may stand in the title of what was booked: they go when the instructor is erased. */
@ApplicationScoped
class ErasedInstructors implements FeedConsumer.Handler {

    private static final String FORGET =
            """
            UPDATE booking
               SET title = 'A former course', version = version + 1
             WHERE block_id IN (SELECT id FROM class_block WHERE instructor_id = :id)
                OR session_id IN (SELECT id FROM class_session WHERE instructor_id = :id)""";

    @Inject
    Session database;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            database.createNativeMutationQuery(FORGET)
                    .setParameter("id", UUID.fromString(event.subject()))
                    .executeUpdate();
        }
    }
}
