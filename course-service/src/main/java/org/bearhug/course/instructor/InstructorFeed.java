package org.bearhug.course.instructor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.bearhug.reads.Changes;

/** Writes down what user-service tells of instructors, and of nobody else. */
@ApplicationScoped
class InstructorFeed implements FeedConsumer.Handler {

    private static final String OVERWRITE =
            """
            INSERT INTO instructor AS i (id, name, approved, version) VALUES (:id, :name, :approved, :version)
            ON CONFLICT (id) DO UPDATE SET (name, approved, version) =
                   (excluded.name, excluded.approved, excluded.version)
             WHERE i.version < excluded.version""";

    /** For good: no fact told late brings the name back. */
    private static final String FORGET =
            "UPDATE instructor SET name = NULL, approved = false, version = :version WHERE id = :id";

    @Inject
    EntityManager entities;

    @Inject
    Changes changes;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        UUID account = UUID.fromString(event.subject());
        int changed = 0;
        if (event.type().equals("account.changed") && teaches(event.data())) {
            changed = entities.createNativeQuery(OVERWRITE)
                    .setParameter("id", account)
                    .setParameter("name", event.data().get("name").asText())
                    .setParameter("approved", mayPublish(event.data()))
                    .setParameter("version", event.version())
                    .executeUpdate();
        } else if (event.type().equals("account.erased")) {
            changed = entities.createNativeQuery(FORGET)
                    .setParameter("id", account)
                    .setParameter("version", Long.MAX_VALUE)
                    .executeUpdate();
        }
        if (changed > 0) {
            changes.touch("instructor", List.of(account));
        }
    }

    private static boolean mayPublish(JsonNode account) {
        return account.path("approved").asBoolean(true)
                && !account.path("disabled").asBoolean(false);
    }

    private static boolean teaches(JsonNode account) {
        return StreamSupport.stream(account.path("roles").spliterator(), false)
                .anyMatch(role -> role.asText().equals("instructor"));
    }
}
