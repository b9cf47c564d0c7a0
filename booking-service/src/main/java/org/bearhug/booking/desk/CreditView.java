package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.UUID;

/**
 * A make-up credit.
 *
 * @param placeId of the session that was missed
 * @param validUntil by then the session in its place has begun
 * @param bookingId what it was used for
 */
record CreditView(
        UUID id,
        Credit.State state,
        UUID childId,
        UUID courseId,
        String title,
        UUID placeId,
        Instant grantedAt,
        Instant validUntil,
        UUID bookingId) {

    static CreditView of(Credit credit, Instant now) {
        return new CreditView(
                credit.id,
                credit.state(now),
                credit.childId,
                credit.courseId,
                credit.title,
                credit.placeId,
                credit.grantedAt,
                credit.validUntil,
                credit.bookingId);
    }
}
