package org.bearhug.course.course;

import java.util.UUID;

/** What the schedule of a course has to know of it. */
public record TaughtCourse(UUID id, UUID instructorId, String title, PublicationState state) {

    static TaughtCourse of(Course course) {
        return new TaughtCourse(course.id, course.instructorId, course.title, course.state);
    }
}
