package org.bearhug.course.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bearhug.course.instructor.Instructors;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;
import org.bearhug.reads.Reading;

/** The rules of courses. */
@ApplicationScoped
public class Courses {

    /** How many one instructor can have here. */
    static final int LIMIT = 500;

    @Inject
    Instructors instructors;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    @Inject
    Event<CourseChanged> changes;

    @Transactional
    Reading<CourseView> read(UUID id, Viewer viewer) {
        Versioned<CourseView> read = CourseWithInstructor.find(id)
                .filter(found -> found.course().isVisibleTo(viewer))
                .map(Courses::versioned)
                .orElseThrow(() -> Refusal.notFound("course"));
        String instructor = read.view().instructor().id().toString();
        return new Reading<>(read.view(), read.version(), Set.of(id.toString(), instructor), null);
    }

    @Transactional
    Versioned<CourseView> create(UUID instructorId, NewCourse wish) {
        if (Course.count("instructorId", instructorId) >= LIMIT) {
            throw new Refusal(409, "too-many-courses", "There can be " + LIMIT + " courses of one instructor.");
        }
        Course course = Course.from(wish, instructorId, clock.instant());
        course.persist();
        return tell(course);
    }

    /** Writes a course and publishes it at once, in the running transaction; its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID open(UUID instructorId, NewCourse wish) {
        UUID id = create(instructorId, wish).view().id();
        publish(instructorId, id);
        return id;
    }

    @Transactional
    Versioned<CourseView> change(UUID instructorId, UUID id, String ifMatch, CourseChange change) {
        return change(instructorId, id, course -> {
            Versions.require(ifMatch, course.version);
            course.change(change);
        });
    }

    @Transactional
    Versioned<CourseView> publish(UUID instructorId, UUID id) {
        instructors.requireApproved(instructorId);
        return change(instructorId, id, course -> course.publish(clock.instant()));
    }

    @Transactional
    Versioned<CourseView> archive(UUID instructorId, UUID id) {
        return change(instructorId, id, Course::archive);
    }

    private Versioned<CourseView> change(UUID instructorId, UUID id, Consumer<Course> change) {
        Course course = Course.locked(id)
                .filter(found -> found.instructorId.equals(instructorId))
                .orElseThrow(() -> Refusal.notFound("course"));
        CourseView before = CourseView.of(course, null);
        change.accept(course);
        if (CourseView.of(course, null).equals(before)) {
            return versioned(course);
        }
        Versioned<CourseView> answer = tell(course);
        boolean archived = course.state != before.state() && course.state == PublicationState.ARCHIVED;
        if (archived || !course.title.equals(before.title())) {
            changes.fire(new CourseChanged(TaughtCourse.of(course), archived, false));
        }
        return answer;
    }

    private Versioned<CourseView> tell(Course course) {
        course.version++;
        outbox.add(CourseFact.of(course));
        return versioned(course);
    }

    private Versioned<CourseView> versioned(Course course) {
        return versioned(new CourseWithInstructor(course, instructors.get(course.instructorId)));
    }

    private static Versioned<CourseView> versioned(CourseWithInstructor read) {
        return new Versioned<>(CourseView.of(read.course(), read.instructor()), read.course().version);
    }
}
