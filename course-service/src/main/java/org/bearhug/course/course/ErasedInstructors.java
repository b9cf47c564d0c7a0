package org.bearhug.course.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.PersonalData;

/** When an instructor is erased, the courses are archived and none of their words are left, here or in what was told. */
@ApplicationScoped
class ErasedInstructors implements PersonalData.Forgetting {

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    Event<CourseChanged> changes;

    @Override
    public void forget(UUID account) {
        ids(account).forEach(this::erase);
    }

    /** In the order in which they are locked; none is read before. */
    private List<UUID> ids(UUID instructor) {
        return entities.createQuery("select id from Course where instructorId = ?1 order by id", UUID.class)
                .setParameter(1, instructor)
                .getResultList();
    }

    private void erase(UUID id) {
        Course course = Course.locked(id).orElseThrow();
        course.erase();
        course.version++;
        outbox.replace(CourseFact.of(course));
        changes.fire(new CourseChanged(TaughtCourse.of(course), true, true));
    }
}
