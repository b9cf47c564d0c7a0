package org.bearhug.course.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.instructor.Instructor;
import org.bearhug.course.schedule.AgeWeeks;

/**
 * A course in a list, with what is to come of it.
 *
 * @param ageWeeks from the youngest to the oldest child that any of the sessions to come is for
 * @param nextStart of the next session to come; where a list is filtered by age or date, of the next that fits
 */
public record CourseCard(
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
        Instant createdAt,
        AgeWeeks ageWeeks,
        Instant nextStart) {}
