package org.bearhug.course.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;

/** What an integration calls its classes and courses are its instructor's words: they go when the instructor is erased. */
@ApplicationScoped
class ErasedEntries implements FeedConsumer.Handler {

    private static final List<String> FORGET = List.of(
            "DELETE FROM class_entry WHERE instructor_id = :id",
            "DELETE FROM external_course WHERE instructor_id = :id");

    @Inject
    EntityManager entities;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            FORGET.forEach(statement -> entities.createNativeQuery(statement)
                    .setParameter("id", UUID.fromString(event.subject()))
                    .executeUpdate());
        }
    }
}
