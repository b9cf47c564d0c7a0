package org.bearhug.booking.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.attendance.Attendance;
import org.bearhug.booking.attendance.AttendanceBook;
import org.bearhug.booking.desk.Availability;
import org.bearhug.booking.desk.Place;
import org.bearhug.booking.desk.Places;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;

/** Puts together who comes to a session. However many they are, it takes six queries. */
@ApplicationScoped
class Roster {

    @Inject
    Timetable timetable;

    @Inject
    Places places;

    @Inject
    Availability availability;

    @Inject
    Families families;

    @Inject
    AttendanceBook attendance;

    /**
     * The roster of one's own class.
     *
     * @throws Refusal 404 for another instructor's
     */
    @Transactional
    RosterView of(UUID instructor, UUID sessionId) {
        ScheduledSession session =
                timetable.taughtSession(instructor, sessionId).orElseThrow(() -> Refusal.notFound("session"));
        List<Place> taken = places.confirmedIn(sessionId);
        Map<UUID, Child> children =
                families.byId(taken.stream().map(Place::childId).collect(Collectors.toSet()));
        Map<UUID, String> carers =
                families.carerNames(taken.stream().map(Place::carerId).collect(Collectors.toSet()));
        Map<UUID, Attendance> came = attendance.ofSessions(List.of(sessionId)).stream()
                .collect(Collectors.toMap(Attendance::placeId, Function.identity()));
        int capacity = availability.ofSessions(List.of(sessionId)).stream()
                .mapToInt(Availability.Seats::capacity)
                .sum();
        return RosterView.of(
                session,
                capacity,
                taken.stream()
                        .map(place -> line(
                                place,
                                children.get(place.childId()),
                                carers.get(place.carerId()),
                                session,
                                came.getOrDefault(place.id(), Attendance.unknown(place.id()))))
                        .sorted(Comparator.comparing(
                                        RosterView.Line::childName, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER))
                                .thenComparing(RosterView.Line::placeId))
                        .toList());
    }

    private static RosterView.Line line(
            Place place, Child child, String carerName, ScheduledSession session, Attendance came) {
        return new RosterView.Line(
                place.id(),
                place.childId(),
                child == null ? null : child.name(),
                child == null ? null : child.ageInWeeks(session.day()),
                carerName,
                came.mark(),
                came.observedSeconds(),
                came.attendance());
    }
}
