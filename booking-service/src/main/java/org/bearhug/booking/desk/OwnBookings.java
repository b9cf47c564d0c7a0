package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;

/** A carer's bookings, to look at. However many there are on a page, it takes four queries. */
@ApplicationScoped
class OwnBookings {

    @Inject
    Places places;

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    /** The newest first; {@code before} is the last one of the page before, or null. */
    @Transactional
    Page<BookingView> page(UUID carer, Booking.State state, UUID before, int limit) {
        List<Booking> bookings = Booking.page(carer, state, before, limit + 1);
        Map<UUID, BookingView> views = views(bookings);
        return Page.of(bookings, limit, booking -> Page.Cursor.after(booking.id), booking -> views.get(booking.id));
    }

    @Transactional
    BookingView get(UUID carer, UUID id) {
        return view(Booking.of(carer, id).orElseThrow(() -> Refusal.notFound("booking")));
    }

    BookingView view(Booking booking) {
        return views(List.of(booking)).get(booking.id);
    }

    /** The sessions in which this booking has places, given back or not. */
    Collection<ScheduledSession> sessions(Booking booking) {
        return timetable
                .sessions(sessionIds(places.ofBookings(Set.of(booking.id))))
                .values();
    }

    private Map<UUID, BookingView> views(List<Booking> bookings) {
        List<Place> all =
                places.ofBookings(bookings.stream().map(booking -> booking.id).toList());
        Map<UUID, ScheduledSession> sessions = timetable.sessions(sessionIds(all));
        Map<UUID, Child> children =
                families.byId(all.stream().map(Place::childId).collect(Collectors.toSet()));
        Map<UUID, List<PlaceView>> byBooking = all.stream()
                .collect(Collectors.groupingBy(
                        Place::bookingId,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        place -> PlaceView.of(place, children, sessions), Collectors.toList()),
                                PlaceView::inOrder)));
        return bookings.stream()
                .collect(Collectors.toMap(
                        booking -> booking.id, booking -> BookingView.of(booking, byBooking.get(booking.id))));
    }

    private static Set<UUID> sessionIds(List<Place> places) {
        return places.stream().map(Place::sessionId).collect(Collectors.toSet());
    }
}
