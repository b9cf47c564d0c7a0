package org.bearhug.course.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.PersonalData;

/** What an integration calls its classes and courses are its instructor's words: they go when the instructor is erased. */
@ApplicationScoped
class ErasedEntries implements PersonalData.Forgetting {

    private static final List<String> FORGET = List.of(
            "DELETE FROM class_entry WHERE instructor_id = :id",
            "DELETE FROM external_course WHERE instructor_id = :id");

    @Inject
    EntityManager entities;

    @Override
    public void forget(UUID account) {
        FORGET.forEach(statement -> entities.createNativeQuery(statement)
                .setParameter("id", account)
                .executeUpdate());
    }
}
