package org.bearhug.course.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.bearhug.kit.Outbox;

/** When an instructor is erased, the courses are archived and none of their words are left, here or in what was told. */
@ApplicationScoped
class ErasedInstructors implements FeedConsumer.Handler {

    @Inject
    Outbox outbox;

    @Inject
    Event<CourseChanged> changes;

    @Override
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            Course.idsOf(UUID.fromString(event.subject())).forEach(this::erase);
        }
    }

    private void erase(UUID id) {
        Course course = Course.locked(id).orElseThrow();
        course.erase();
        course.version++;
        outbox.replace(CourseFact.of(course));
        changes.fire(new CourseChanged(TaughtCourse.of(course), true, true));
    }
}
