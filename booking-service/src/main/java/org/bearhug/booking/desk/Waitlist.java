package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;

/** Standing in line, and answering an offer. */
@ApplicationScoped
class Waitlist {

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    @Inject
    Limits limits;

    @Inject
    Line line;

    @Inject
    HeldSeats heldSeats;

    @Inject
    Bookings bookings;

    @Inject
    Prospects prospects;

    @Inject
    Matcher matcher;

    @Inject
    AfterCommit afterCommit;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /**
     * Joins the line. Who is still too young waits in it all the same.
     *
     * @throws Refusal 404 for what is not for sale or another's child, 409 {@code sales-closed}, {@code another-course}
     *     for blocks of several courses, {@code child-too-old}, {@code already-waiting}, {@code too-many-waits}
     */
    @Transactional
    WaitlistView join(UUID carer, WaitlistResource.Wish wish) {
        List<Child> children = families.children(carer, wish.childIds());
        Map<UUID, Offer> options = options(wish);
        List<UUID> courses = options.values().stream()
                .flatMap(offer -> offer.sessions().stream())
                .map(ScheduledSession::courseId)
                .distinct()
                .toList();
        if (courses.size() > 1) {
            throw new Refusal(409, "another-course", "Wait for blocks of one course at a time.");
        }
        options.values().forEach(offer -> Ages.requireNotTooOld(children, offer.sessions()));
        UUID course = courses.get(0);
        limits.requireFewWaits(carer, clock.instant());
        line.lock(course);
        UUID id = line.join(carer, course, wish, options, open(carer, wish, options), clock.instant());
        WaitlistEntry entry = WaitlistEntry.findById(id);
        facts.waitlistChanged(entry);
        afterCommit.then(course, () -> matcher.match(course));
        return view(entry);
    }

    private Set<UUID> open(UUID carer, WaitlistResource.Wish wish, Map<UUID, Offer> options) {
        Instant now = clock.instant();
        List<Prospects.Hope> hopes = options.keySet().stream()
                .map(option -> new Prospects.Hope(carer, wish.wanted(option)))
                .toList();
        return prospects.of(hopes, now).keySet().stream()
                .map(hope -> hope.wanted().subject())
                .collect(Collectors.toSet());
    }

    private Map<UUID, Offer> options(WaitlistResource.Wish wish) {
        if (wish.sessionId() != null) {
            return Map.of(wish.sessionId(), timetable.dropIn(wish.sessionId()));
        }
        Map<UUID, Offer> options = new LinkedHashMap<>();
        wish.blockIds().forEach(block -> options.put(block, timetable.block(block)));
        return options;
    }

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<WaitlistView> page(UUID carer, UUID before, int limit) {
        List<WaitlistEntry> entries = WaitlistEntry.page(carer, before, limit + 1);
        Map<UUID, WaitlistView> views = views(entries);
        return Page.of(entries, limit, entry -> Page.Cursor.after(entry.id), entry -> views.get(entry.id));
    }

    @Transactional
    WaitlistView get(UUID carer, UUID id) {
        return view(WaitlistEntry.of(carer, id).orElseThrow(() -> Refusal.notFound("waitlist entry")));
    }

    /**
     * Books what is offered, at the price at which it was offered.
     *
     * @throws Refusal 404 for another's, 409 {@code no-offer}, {@code offer-expired}, {@code sales-closed} when a session
     *     was cancelled meanwhile, {@code already-booked}
     */
    @Transactional
    BookingView accept(UUID carer, UUID id) {
        return accept(carer, id, SeatOffersResource.Acceptance.PLAIN);
    }

    /**
     * As the other, with what a voucher takes off, or a pass that pays it.
     *
     * @throws Refusal also as {@link Bookings#bookOffered}
     */
    @Transactional
    BookingView accept(UUID carer, UUID id, SeatOffersResource.Acceptance how) {
        WaitlistEntry entry = offered(carer, id);
        BookingView booking = bookings.bookOffered(Hold.locked(entry.holdId), how);
        entry.accepted(booking.id());
        facts.waitlistChanged(entry);
        return booking;
    }

    /**
     * Lets the next family have what is offered, and leaves the line.
     *
     * @throws Refusal 404 for another's, 409 {@code no-offer}, {@code offer-expired}
     */
    @Transactional
    WaitlistView decline(UUID carer, UUID id) {
        WaitlistEntry entry = offered(carer, id);
        leave(entry);
        return view(entry);
    }

    private WaitlistEntry offered(UUID carer, UUID id) {
        WaitlistEntry entry = locked(carer, id);
        return switch (entry.state(clock.instant())) {
            case OFFERED -> entry;
            case OFFER_EXPIRED -> throw Hold.offerExpired(entry.offerExpiresAt);
            case WAITING, ACCEPTED, LEFT -> throw new Refusal(409, "no-offer", "Nothing is offered to you here now.");
        };
    }

    /**
     * Leaves the line, whether something is offered or not. Doing it again changes nothing.
     *
     * @throws Refusal 404 for another's
     */
    @Transactional
    void leave(UUID carer, UUID id) {
        WaitlistEntry entry = locked(carer, id);
        if (entry.isInLine()) {
            leave(entry);
        }
    }

    /** Takes whoever waits with this child out of all lines, in the running transaction and before it locks bookings. */
    @Transactional(Transactional.TxType.MANDATORY)
    void leaveWith(UUID child) {
        WaitlistEntry.inLineWith(child).forEach(seen -> {
            WaitlistEntry entry = locked(seen);
            if (entry.isInLine()) {
                leave(entry);
            }
        });
    }

    private void leave(WaitlistEntry entry) {
        line.leave(entry.id);
        if (entry.state == WaitlistEntry.State.OFFERED) {
            facts.seatsChanged(heldSeats.letGo(entry.holdId));
        }
        entry.state = WaitlistEntry.State.LEFT;
        facts.waitlistChanged(entry);
        UUID course = entry.courseId;
        afterCommit.then(course, () -> matcher.match(course));
    }

    private WaitlistEntry locked(UUID carer, UUID id) {
        return locked(WaitlistEntry.of(carer, id).orElseThrow(() -> Refusal.notFound("waitlist entry")));
    }

    private WaitlistEntry locked(WaitlistEntry seen) {
        line.lock(seen.courseId);
        WaitlistEntry.getEntityManager().refresh(seen);
        return seen;
    }

    private WaitlistView view(WaitlistEntry entry) {
        return views(List.of(entry)).get(entry.id);
    }

    private Map<UUID, WaitlistView> views(List<WaitlistEntry> entries) {
        Map<UUID, Long> positions =
                line.positions(entries.stream().map(entry -> entry.id).toList());
        Map<UUID, Hold> offers = Hold.byId(entries.stream()
                .map(entry -> entry.holdId)
                .filter(Objects::nonNull)
                .toList());
        Instant now = clock.instant();
        Map<UUID, WaitlistView> views = new LinkedHashMap<>();
        entries.forEach(entry ->
                views.put(entry.id, WaitlistView.of(entry, positions.get(entry.id), offers.get(entry.holdId), now)));
        return views;
    }
}
