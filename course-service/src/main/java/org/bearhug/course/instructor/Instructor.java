package org.bearhug.course.instructor;

import java.util.UUID;

/** Who teaches a course. The name is absent until user-service has told it, and again once the person is erased. */
public record Instructor(UUID id, String name) {}
