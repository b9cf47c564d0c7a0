package org.bearhug.course.testimonial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/** Who is erased has said nothing and came to nothing; and of an erased instructor nothing is said, for it may name them. */
@ApplicationScoped
class ErasedVoices implements FeedConsumer.Handler {

    private static final List<String> FORGET = List.of(
            "DELETE FROM testimonial WHERE carer_id = :id",
            "DELETE FROM testimonial WHERE course_id IN (SELECT id FROM course WHERE instructor_id = :id)",
            "DELETE FROM attended WHERE carer_id = :id");

    @Inject
    Session database;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            UUID id = UUID.fromString(event.subject());
            FORGET.forEach(statement -> database.createNativeMutationQuery(statement)
                    .setParameter("id", id)
                    .executeUpdate());
        }
    }
}
