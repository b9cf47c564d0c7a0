package org.bearhug.course.course;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.instructor.Instructor;
import org.bearhug.kit.Refusal;
import org.hibernate.annotations.UuidGenerator;

/** What is taught, by exactly one instructor, who alone changes it. Its version grows with each change. */
@Entity
class Course extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID instructorId;

    String title;

    String topic;

    String summary;

    String description;

    String whatToBring;

    String whenNotToJoin;

    String language;

    @Enumerated(EnumType.STRING)
    PublicationState state = PublicationState.DRAFT;

    Instant createdAt;

    Instant publishedAt;

    long version;

    /** A course and its instructor. */
    record Taught(Course course, Instructor by) {

        private static Taught of(Object[] row) {
            Course course = (Course) row[0];
            return new Taught(course, new Instructor(course.instructorId, (String) row[1]));
        }
    }

    static Course from(NewCourse wish, UUID instructorId, Instant now) {
        Course course = new Course();
        course.instructorId = instructorId;
        course.title = wish.title();
        course.topic = wish.topic();
        course.summary = wish.summary();
        course.description = wish.description();
        course.whatToBring = wish.whatToBring();
        course.whenNotToJoin = wish.whenNotToJoin();
        course.language = wish.language();
        course.createdAt = now;
        return course;
    }

    /** With whom it is taught by, by one query. */
    static Optional<Taught> taught(UUID id) {
        return getSession()
                .createNativeQuery(
                        "SELECT c.*, i.name AS taught_by FROM course c LEFT JOIN instructor i ON i.id = c.instructor_id"
                                + " WHERE c.id = :id",
                        Object[].class)
                .addEntity("c", Course.class)
                .addScalar("taught_by", String.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(Taught::of);
    }

    static Optional<Course> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Of all courses of this instructor, in the order in which they are locked. */
    static List<UUID> idsOf(UUID instructorId) {
        return getEntityManager()
                .createQuery("select id from Course where instructorId = ?1 order by id", UUID.class)
                .setParameter(1, instructorId)
                .getResultList();
    }

    /** Kept from changing, but not from being held by others too. */
    static Optional<Course> held(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ);
    }

    /** What was published once stays readable for those who booked. */
    boolean isVisibleTo(Viewer viewer) {
        return publishedAt != null || viewer.seesDraftsOf(instructorId);
    }

    void change(CourseChange change) {
        refuseWhenArchived();
        title = requireNonNullElse(change.title(), title);
        topic = requireNonNullElse(change.topic(), topic);
        summary = requireNonNullElse(change.summary(), summary);
        description = given(change.description(), description);
        whatToBring = given(change.whatToBring(), whatToBring);
        whenNotToJoin = given(change.whenNotToJoin(), whenNotToJoin);
        language = requireNonNullElse(change.language(), language);
    }

    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    private static String given(Optional<String> change, String present) {
        return change == null ? present : change.orElse(null);
    }

    void publish(Instant now) {
        refuseWhenArchived();
        if (state == PublicationState.DRAFT) {
            state = PublicationState.PUBLISHED;
            publishedAt = now;
        }
    }

    void archive() {
        state = PublicationState.ARCHIVED;
    }

    /** Leaves nothing that its instructor wrote; what was booked stays booked. */
    void erase() {
        state = PublicationState.ARCHIVED;
        title = "A former course";
        topic = "former";
        summary = "This course is no longer taught.";
        description = null;
        whatToBring = null;
        whenNotToJoin = null;
    }

    private void refuseWhenArchived() {
        if (state == PublicationState.ARCHIVED) {
            throw new Refusal(409, "course-archived", "This course is archived.");
        }
    }
}
