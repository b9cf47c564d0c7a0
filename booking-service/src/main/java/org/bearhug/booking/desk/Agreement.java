package org.bearhug.booking.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.pass.Passes;
import org.bearhug.booking.timetable.OpeningTime;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Terms;

/**
 * What is about to become a hold or a booking: who books which sessions for whom and for how much.
 *
 * @param blockId when it is a block as a whole, else {@code sessionId} is set
 * @param sessions in the order of their dates, at least one
 * @param price of all children together; its shares are in the order of children and sessions
 * @param terms frozen into what is made of it
 * @param voucherId of which a use is claimed, or null
 */
record Agreement(
        UUID carerId,
        UUID blockId,
        UUID sessionId,
        String title,
        List<ScheduledSession> sessions,
        List<Child> children,
        Price price,
        Terms terms,
        UUID voucherId) {

    UUID courseId() {
        return sessions.get(0).courseId();
    }

    List<UUID> sessionIds() {
        return sessions.stream().map(ScheduledSession::id).toList();
    }

    List<UUID> childIds() {
        return children.stream().map(Child::id).toList();
    }

    /** These places of it, as its carer sees them. */
    List<PlaceView> views(List<Place> places, OpeningTime openingTime) {
        Map<UUID, ScheduledSession> sessionById =
                sessions.stream().collect(Collectors.toMap(ScheduledSession::id, Function.identity()));
        Map<UUID, Child> childById = children.stream().collect(Collectors.toMap(Child::id, Function.identity()));
        return PlaceView.inOrder(places.stream()
                .map(place -> PlaceView.of(place, childById, sessionById, openingTime))
                .toList());
    }

    /** One for each child in each session. */
    int seats() {
        return sessions.size() * children.size();
    }

    /** For what a pass would pay. */
    Passes.Purpose purpose() {
        return new Passes.Purpose(
                sessions.get(0).instructorId(),
                courseId(),
                sessions.get(sessions.size() - 1).startsAt(),
                seats());
    }

    /** The same, paid with a pass of this title. */
    Agreement paidWith(String pass) {
        return new Agreement(
                carerId, blockId, sessionId, title, sessions, children, price.paidWith(pass), terms, voucherId);
    }
}
