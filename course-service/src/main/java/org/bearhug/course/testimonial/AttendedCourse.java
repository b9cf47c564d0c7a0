package org.bearhug.course.testimonial;

import java.util.UUID;

/**
 * A course that a carer came to.
 *
 * @param testimonial what the carer wrote of it, absent as long as that is nothing
 */
record AttendedCourse(UUID courseId, String title, TestimonialView testimonial) {}
