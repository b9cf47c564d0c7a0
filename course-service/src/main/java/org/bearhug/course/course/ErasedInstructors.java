package org.bearhug.course.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.PersonalData;

/** When an instructor is erased, the courses are archived and none of their words are left, here or in what was told. */
@ApplicationScoped
class ErasedInstructors implements PersonalData.Forgetting {

    @Inject
    Outbox outbox;

    @Inject
    Event<CourseChanged> changes;

    @Override
    public void forget(UUID account) {
        Course.idsOf(account).forEach(this::erase);
    }

    private void erase(UUID id) {
        Course course = Course.locked(id).orElseThrow();
        course.erase();
        course.version++;
        outbox.replace(CourseFact.of(course));
        changes.fire(new CourseChanged(TaughtCourse.of(course), true, true));
    }
}
