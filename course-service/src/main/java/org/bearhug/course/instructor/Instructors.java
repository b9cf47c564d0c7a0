package org.bearhug.course.instructor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Those who teach: their names, and whether they may publish. */
@ApplicationScoped
public class Instructors {

    @Inject
    EntityManager entities;

    @Inject
    JsonWebToken token;

    /**
     * Lets pass who may publish, as user-service last told. Of whom it has told nothing yet the caller's token decides,
     * so that a class need not wait for a feed that is away (docs/decisions/0017-approving-instructors.md).
     *
     * @param id whom the caller is, or acts for
     * @throws Refusal 403 {@code instructor-not-approved}
     */
    public void requireApproved(UUID id) {
        List<?> told = entities.createNativeQuery("SELECT approved FROM instructor WHERE id = :id")
                .setParameter("id", id)
                .getResultList();
        boolean approved = told.isEmpty() ? isApprovedByToken() : (Boolean) told.get(0);
        if (!approved) {
            throw new Refusal(
                    403,
                    "instructor-not-approved",
                    "You can publish as soon as we have approved you as an instructor.");
        }
    }

    private boolean isApprovedByToken() {
        Object approved = token.getClaim("approved");
        return approved != null && Boolean.parseBoolean(approved.toString());
    }

    /** This instructor, with the name if it is known. */
    public Instructor get(UUID id) {
        List<?> names = entities.createNativeQuery("SELECT name FROM instructor WHERE id = :id")
                .setParameter("id", id)
                .getResultList();
        return new Instructor(id, names.isEmpty() ? null : (String) names.get(0));
    }
}
