package org.bearhug.course.course;

import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.instructor.Instructor;

/** A course and who teaches it, read by one query. */
record CourseWithInstructor(Course course, Instructor instructor) {

    private static final String FIND =
            """
            SELECT c.*, i.name AS taught_by
              FROM course c LEFT JOIN instructor i ON i.id = c.instructor_id
             WHERE c.id = :id""";

    static Optional<CourseWithInstructor> find(UUID id) {
        return Course.getSession()
                .createNativeQuery(FIND, Object[].class)
                .addEntity("c", Course.class)
                .addScalar("taught_by", String.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(CourseWithInstructor::of);
    }

    private static CourseWithInstructor of(Object[] row) {
        Course course = (Course) row[0];
        return new CourseWithInstructor(course, new Instructor(course.instructorId, (String) row[1]));
    }
}
