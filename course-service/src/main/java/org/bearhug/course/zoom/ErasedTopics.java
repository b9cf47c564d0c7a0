package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/** Meetings are called after courses: when an instructor is erased, no meeting that was planned or held keeps those words. */
@ApplicationScoped
class ErasedTopics implements FeedConsumer.Handler {

    private static final String FORGET =
            """
            UPDATE zoom_meeting SET topic = 'A former course', told = NULL
             WHERE session_id IN (SELECT s.id FROM session s JOIN course c ON c.id = s.course_id WHERE c.instructor_id = :id)""";

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
