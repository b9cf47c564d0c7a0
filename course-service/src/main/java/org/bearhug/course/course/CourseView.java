package org.bearhug.course.course;

import java.time.Instant;
import java.util.UUID;
import org.bearhug.course.instructor.Instructor;

/** A course as it is shown. */
public record CourseView(
        UUID id,
        Instructor instructor,
        String title,
        String topic,
        String summary,
        String description,
        String whatToBring,
        String whenNotToJoin,
        String language,
        PublicationState state,
        Instant createdAt) {

    static CourseView of(Course course, Instructor instructor) {
        return new CourseView(
                course.id,
                instructor,
                course.title,
                course.topic,
                course.summary,
                course.description,
                course.whatToBring,
                course.whenNotToJoin,
                course.language,
                course.state,
                course.createdAt);
    }
}
