package org.bearhug.course.instructor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;

/** The names of those who teach. */
@ApplicationScoped
public class Instructors {

    @Inject
    EntityManager entities;

    /**
     * Lets pass who may publish. Whoever is not known here yet may: user-service tells of a new instructor within a
     * second, and a class must not wait for it when it is away (docs/decisions/0017-approving-instructors.md).
     *
     * @throws Refusal 403 {@code instructor-not-approved}
     */
    public void requireApproved(UUID id) {
        boolean waits = !entities.createNativeQuery("SELECT 1 FROM instructor WHERE id = :id AND NOT approved")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        if (waits) {
            throw new Refusal(
                    403,
                    "instructor-not-approved",
                    "You can publish as soon as we have approved you as an instructor.");
        }
    }

    /** This instructor, with the name if it is known. */
    public Instructor get(UUID id) {
        List<?> names = entities.createNativeQuery("SELECT name FROM instructor WHERE id = :id")
                .setParameter("id", id)
                .getResultList();
        return new Instructor(id, names.isEmpty() ? null : (String) names.get(0));
    }
}
