package org.bearhug.course.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bearhug.course.instructor.Instructors;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
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

    /** A course and the version that was read. */
    record Versioned(CourseView course, long version) {
        Response.ResponseBuilder with(Response.ResponseBuilder answer) {
            return answer.entity(course).tag(Versions.tag(version));
        }
    }

    @Transactional
    Reading<CourseView> read(UUID id, Viewer viewer) {
        Versioned read = Course.taught(id)
                .filter(taught -> taught.course().isVisibleTo(viewer))
                .map(Courses::versioned)
                .orElseThrow(() -> Refusal.notFound("course"));
        String instructor = read.course().instructor().id().toString();
        return new Reading<>(read.course(), read.version(), Set.of(id.toString(), instructor), null);
    }

    @Transactional
    Versioned create(UUID instructorId, NewCourse wish) {
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
        UUID id = create(instructorId, wish).course().id();
        publish(instructorId, id);
        return id;
    }

    @Transactional
    Versioned change(UUID instructorId, UUID id, String ifMatch, CourseChange change) {
        return change(instructorId, id, course -> {
            Versions.require(ifMatch, course.version);
            course.change(change);
        });
    }

    @Transactional
    Versioned publish(UUID instructorId, UUID id) {
        instructors.requireApproved(instructorId);
        return change(instructorId, id, course -> course.publish(clock.instant()));
    }

    @Transactional
    Versioned archive(UUID instructorId, UUID id) {
        return change(instructorId, id, Course::archive);
    }

    private Versioned change(UUID instructorId, UUID id, Consumer<Course> change) {
        Course course = Course.locked(id)
                .filter(found -> found.instructorId.equals(instructorId))
                .orElseThrow(() -> Refusal.notFound("course"));
        CourseView before = CourseView.of(course, null);
        change.accept(course);
        if (CourseView.of(course, null).equals(before)) {
            return versioned(course);
        }
        Versioned answer = tell(course);
        boolean archived = course.state != before.state() && course.state == PublicationState.ARCHIVED;
        if (archived || !course.title.equals(before.title())) {
            changes.fire(new CourseChanged(TaughtCourse.of(course), archived, false));
        }
        return answer;
    }

    private Versioned tell(Course course) {
        course.version++;
        outbox.add(CourseFact.of(course));
        return versioned(course);
    }

    private Versioned versioned(Course course) {
        return versioned(new Course.Taught(course, instructors.get(course.instructorId)));
    }

    private static Versioned versioned(Course.Taught taught) {
        return new Versioned(CourseView.of(taught.course(), taught.by()), taught.course().version);
    }

    /**
     * Keeps this instructor's course from changing until the transaction ends; others may do the same meanwhile. Empty
     * when it is not there or another's.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<TaughtCourse> hold(UUID id, UUID instructorId) {
        return Course.held(id)
                .filter(course -> course.instructorId.equals(instructorId))
                .map(TaughtCourse::of);
    }

    /** What these courses are called. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, String> titles(Collection<UUID> ids) {
        return Course.<Course>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(course -> course.id, course -> course.title));
    }

    /** The course, unless it is not there or another's draft. */
    @Transactional
    public Optional<TaughtCourse> visible(UUID id, Viewer viewer) {
        return Course.<Course>findByIdOptional(id)
                .filter(course -> course.isVisibleTo(viewer))
                .map(TaughtCourse::of);
    }
}
