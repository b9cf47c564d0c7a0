package org.bearhug.course.entry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;

/** The name of a course with the integration that made it. */
@Entity
class ExternalCourse extends PanacheEntityBase {

    @Id
    UUID courseId;

    UUID instructorId;

    String externalId;

    static ExternalCourse of(UUID courseId, UUID instructorId, String externalId) {
        ExternalCourse course = new ExternalCourse();
        course.courseId = courseId;
        course.instructorId = instructorId;
        course.externalId = externalId;
        return course;
    }

    /** The id of the course that is called so. */
    static Optional<UUID> find(UUID instructorId, String externalId) {
        return ExternalCourse.<ExternalCourse>find("instructorId = ?1 and externalId = ?2", instructorId, externalId)
                .firstResultOptional()
                .map(course -> course.courseId);
    }
}
