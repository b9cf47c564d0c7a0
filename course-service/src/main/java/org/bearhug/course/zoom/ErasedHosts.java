package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/**
 * When an instructor is erased, nobody gets into their Zoom account any more, and no meeting is called after their
 * courses. What the platform's own account has of them is deleted there, as of all sessions that are cancelled; what
 * their own account has stays theirs.
 */
@ApplicationScoped
class ErasedHosts implements FeedConsumer.Handler {

    private static final List<String> FORGET = List.of(
            "DELETE FROM zoom_connecting WHERE instructor_id = :id",
            "DELETE FROM zoom_connection WHERE id = :id",
            """
            UPDATE zoom_meeting SET topic = 'A former course', told = NULL, problem = NULL
             WHERE session_id IN (SELECT s.id FROM session s JOIN course c ON c.id = s.course_id WHERE c.instructor_id = :id)""");

    @Inject
    Session database;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            FORGET.forEach(statement -> database.createNativeMutationQuery(statement)
                    .setParameter("id", UUID.fromString(event.subject()))
                    .executeUpdate());
        }
    }
}
