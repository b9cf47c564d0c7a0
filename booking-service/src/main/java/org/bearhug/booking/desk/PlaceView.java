package org.bearhug.booking.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.timetable.OpeningTime;
import org.bearhug.booking.timetable.ScheduledSession;

/**
 * One child in one session, as its carer sees it.
 *
 * @param childName absent when the child is erased
 * @param join our own address into the call
 * @param joinOpensAt before that it leads nowhere
 */
record PlaceView(
        UUID id,
        UUID sessionId,
        UUID childId,
        String childName,
        Place.State state,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime localStart,
        String timeZone,
        String sessionState,
        String join,
        Instant joinOpensAt) {

    static PlaceView of(
            Place place, Map<UUID, Child> children, Map<UUID, ScheduledSession> sessions, OpeningTime openingTime) {
        ScheduledSession session = sessions.get(place.sessionId());
        Child child = children.get(place.childId());
        return new PlaceView(
                place.id(),
                session.id(),
                place.childId(),
                child == null ? null : child.name(),
                place.state(),
                session.startsAt(),
                session.endsAt(),
                session.localStart(),
                session.timeZone(),
                session.state(),
                "/v1/places/" + place.id() + "/join",
                openingTime.of(session));
    }

    /** By their dates. */
    static List<PlaceView> inOrder(List<PlaceView> places) {
        return places.stream()
                .sorted(Comparator.comparing(PlaceView::startsAt).thenComparing(PlaceView::id))
                .toList();
    }
}
