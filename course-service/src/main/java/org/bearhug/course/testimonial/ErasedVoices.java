package org.bearhug.course.testimonial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/** Who is erased has said nothing and came to nothing; and of an erased instructor nothing is said, for it may name them. */
@ApplicationScoped
class ErasedVoices implements PersonalData.Forgetting {

    private static final List<String> FORGET = List.of(
            "DELETE FROM testimonial WHERE carer_id = :id",
            "DELETE FROM testimonial WHERE course_id IN (SELECT id FROM course WHERE instructor_id = :id)",
            "DELETE FROM attended WHERE carer_id = :id");

    @Inject
    Session database;

    @Override
    public void forget(UUID id) {
        FORGET.forEach(statement -> database.createNativeMutationQuery(statement)
                .setParameter("id", id)
                .executeUpdate());
    }
}
