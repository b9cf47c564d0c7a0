package org.bearhug.booking.pass;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a pass is good for. All of it stays as it was bought, but for the title, which goes when whoever sold it is erased.
 *
 * @param courseIds empty when it is for all courses of its instructor
 */
public record PassTerms(
        UUID id, UUID carerId, UUID instructorId, List<UUID> courseIds, String title, Instant validUntil) {

    /** Lets pass what it is good for. @throws Refusal 409 {@code pass-not-for-this}, {@code pass-expired} */
    public void requireFor(Passes.Purpose purpose) {
        boolean ofCourse = courseIds.isEmpty() || courseIds.contains(purpose.courseId());
        if (!instructorId.equals(purpose.instructorId()) || !ofCourse) {
            throw PassRefusals.notForThis();
        }
        if (!purpose.lastStart().isBefore(validUntil)) {
            throw PassRefusals.expired(validUntil);
        }
    }
}
