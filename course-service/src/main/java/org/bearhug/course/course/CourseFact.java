package org.bearhug.course.course;

import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;

/** What the other services are told of a course. */
record CourseFact(UUID id, UUID instructorId, String title, String topic, PublicationState state) {

    static List<Outbox.Fact> of(Course course) {
        CourseFact data = new CourseFact(course.id, course.instructorId, course.title, course.topic, course.state);
        return List.of(new Outbox.Fact("course.changed", course.id, course.version, data));
    }
}
