package org.bearhug.course.entry;

import org.bearhug.course.schedule.SessionView;

/**
 * What came of cancelling an entry.
 *
 * @param booked how many places carers had in it, who are told; absent when booking-service cannot tell, or when it was
 *     cancelled before
 */
record CancelledEntry(Outcome outcome, String externalId, Integer booked, SessionView session) {}
