package org.bearhug.course.testimonial;

import java.time.Instant;
import java.util.UUID;

/**
 * A testimonial as it is read. Whose it is stays out of it, but for how the carer wants to be called.
 *
 * @param consentedAt when the carer wrote it and agreed that everybody may read it
 */
record TestimonialView(
        UUID id, UUID courseId, String words, String signature, TestimonialState state, Instant consentedAt) {

    static TestimonialView of(Testimonial testimonial) {
        return new TestimonialView(
                testimonial.id,
                testimonial.courseId,
                testimonial.words,
                testimonial.signature,
                testimonial.state,
                testimonial.consentedAt);
    }
}
