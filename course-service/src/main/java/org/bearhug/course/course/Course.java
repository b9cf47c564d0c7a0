package org.bearhug.course.course;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

    static Optional<Course> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
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
        description = CourseChange.given(change.description(), description);
        whatToBring = CourseChange.given(change.whatToBring(), whatToBring);
        whenNotToJoin = CourseChange.given(change.whenNotToJoin(), whenNotToJoin);
        language = requireNonNullElse(change.language(), language);
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
