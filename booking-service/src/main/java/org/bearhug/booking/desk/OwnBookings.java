package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.LedgerEntries;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.HowPaid;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.timetable.OpeningTime;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;

/**
 * A carer's bookings, to look at. However many there are on a page, it takes six queries. What each may see of
 * a booking for several children: docs/decisions/0010-shared-children.md.
 */
@ApplicationScoped
class OwnBookings {

    @Inject
    Places places;

    @Inject
    Timetable timetable;

    @Inject
    OpeningTime openingTime;

    @Inject
    Families families;

    @Inject
    Ledger money;

    @Inject
    HowPaid howPaid;

    @Inject
    LedgerEntries entries;

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<BookingView> page(UUID carer, Booking.State state, UUID before, int limit) {
        List<Booking> bookings = Booking.page(carer, state, before, limit + 1);
        Map<UUID, BookingView> views = views(carer, bookings);
        return Page.of(bookings, limit, booking -> Page.Cursor.after(booking.id), booking -> views.get(booking.id));
    }

    @Transactional
    BookingView get(UUID carer, UUID id) {
        return view(carer, Booking.of(carer, id).orElseThrow(() -> Refusal.notFound("booking")));
    }

    BookingView view(UUID carer, Booking booking) {
        return views(carer, List.of(booking)).get(booking.id);
    }

    /** The money side of a booking, for who made it or whose class it is. */
    @Transactional
    LedgerView ledger(UUID account, UUID id) {
        Booking booking = Booking.madeOrTaughtBy(account, id).orElseThrow(() -> Refusal.notFound("booking"));
        return LedgerView.of(booking, entries.of(id));
    }

    private Map<UUID, BookingView> views(UUID carer, List<Booking> bookings) {
        List<UUID> ids = bookings.stream().map(booking -> booking.id).toList();
        List<Place> all = places.ofBookings(ids);
        Map<UUID, Child> children =
                families.caredForBy(carer, all.stream().map(Place::childId).collect(Collectors.toSet()));
        Map<UUID, List<Place>> shown = all.stream()
                .filter(place -> children.containsKey(place.childId()))
                .collect(Collectors.groupingBy(Place::bookingId));
        Map<UUID, Long> cameBack =
                all.stream().collect(Collectors.groupingBy(Place::bookingId, Collectors.summingLong(Place::cameBack)));
        Map<UUID, Money> balances = money.balances(Purchase.Kind.BOOKING, ids);
        Map<UUID, PaymentView> payments = howPaid.of(Purchase.Kind.BOOKING, ids);
        Map<UUID, ScheduledSession> sessions =
                timetable.sessions(all.stream().map(Place::sessionId).collect(Collectors.toSet()));
        return bookings.stream().collect(Collectors.toMap(booking -> booking.id, booking -> {
            List<Place> own = shown.getOrDefault(booking.id, List.of());
            boolean made = booking.carerId.equals(carer);
            Money balance = made ? balances.get(booking.id) : null;
            PaymentView payment = made ? payments.get(booking.id) : null;
            return BookingView.of(
                    booking,
                    price(carer, booking, own),
                    sum(carer, booking, own, cameBack.getOrDefault(booking.id, 0L), Place::cameBack),
                    balance,
                    payment,
                    howPaid.isPayableOnline(balance, payment),
                    PlaceView.inOrder(own.stream()
                            .map(place -> PlaceView.of(place, children, sessions, openingTime))
                            .toList()));
        }));
    }

    private static PriceView price(UUID carer, Booking booking, List<Place> shown) {
        Money sum = sum(carer, booking, shown, booking.amount, Place::price);
        return booking.carerId.equals(carer)
                ? new PriceView(sum.amount(), sum.currency(), PriceLines.of(booking.lines, booking.amount))
                : PriceView.share(sum);
    }

    /** Who made the booking sees the whole; to others the whole would tell that there are other children. */
    private static Money sum(UUID carer, Booking booking, List<Place> shown, long whole, ToLongFunction<Place> share) {
        return new Money(
                booking.carerId.equals(carer)
                        ? whole
                        : shown.stream().mapToLong(share).sum(),
                booking.currency);
    }
}
