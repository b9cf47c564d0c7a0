package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.timetable.ScheduledSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Offers free seats to the first family in line that fits in full, one course at a time and only one instance at a time,
 * so that the order is that of the line. How the line works: docs/decisions/0018-waitlist.md.
 */
@ApplicationScoped
class Matcher {

    @Inject
    Line line;

    @Inject
    Prospects prospects;

    @Inject
    Families families;

    @Inject
    SeatLedger ledger;

    @Inject
    HeldSeats heldSeats;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    private final OfferTime offerTime;

    Matcher(
            @ConfigProperty(name = "bearhug.offer-lasts") Duration lasts,
            @ConfigProperty(name = "bearhug.quiet-from") LocalTime quietFrom,
            @ConfigProperty(name = "bearhug.quiet-to") LocalTime quietTo) {
        offerTime = new OfferTime(lasts, quietFrom, quietTo);
    }

    /** Seats in these sessions may have become free. */
    void seatsChanged(Collection<UUID> sessions) {
        OneByOne.each(
                "line of course",
                QuarkusTransaction.requiringNew().call(() -> WaitlistEntry.coursesWaitingFor(sessions)),
                this::match);
    }

    /** Whoever was overlooked, and whose offer has expired. */
    @Scheduled(every = "{bearhug.tidy-every}", identity = "offer-free-seats")
    void matchAll() {
        OneByOne.each(
                "line of course",
                QuarkusTransaction.requiringNew().call(() -> WaitlistEntry.coursesWithSomethingToDo(clock.instant())),
                this::match);
    }

    /**
     * Offers what is free in this course. All who join its line, and all who book in its sessions, wait meanwhile: so what is
     * asked of the database does not grow with the line.
     */
    void match(UUID course) {
        QuarkusTransaction.requiringNew().run(() -> {
            line.lock(course);
            Instant now = clock.instant();
            List<WaitlistEntry> expired = WaitlistEntry.expired(course, now);
            List<WaitlistEntry> waiting = WaitlistEntry.waiting(course);
            List<UUID> sessions = Stream.concat(
                            line.sessions(ids(waiting)).stream(),
                            Hold.byId(expired.stream()
                                            .map(entry -> entry.holdId)
                                            .toList())
                                    .values()
                                    .stream()
                                    .flatMap(hold -> hold.sessions().stream()))
                    .distinct()
                    .toList();
            ledger.lock(sessions);
            facts.seatsChanged(heldSeats.reclaim(sessions, now));
            expired.forEach(this::expire);
            Map<UUID, Integer> free = new HashMap<>(ledger.free(sessions, now));
            Set<UUID> hopeful = line.hopeful(ids(waiting), prospects.joinable(now));
            Map<Prospects.Hope, Agreement> possible = possible(
                    waiting.stream().filter(entry -> hopeful.contains(entry.id)).toList(), now);
            waiting.forEach(entry -> {
                if (hopeful.contains(entry.id)) {
                    callUp(entry, possible, free, now);
                } else {
                    giveUp(entry);
                }
            });
        });
    }

    private void expire(WaitlistEntry entry) {
        entry.state = WaitlistEntry.State.OFFER_EXPIRED;
        facts.waitlistChanged(entry);
    }

    private void giveUp(WaitlistEntry entry) {
        line.leave(entry.id);
        entry.state = WaitlistEntry.State.LEFT;
        facts.waitlistChanged(entry);
    }

    /** What each of them could be offered if there were room; the others' wishes are not open. */
    private Map<Prospects.Hope, Agreement> possible(List<WaitlistEntry> waiting, Instant now) {
        Map<Prospects.Hope, Agreement> possible =
                prospects.of(waiting.stream().flatMap(Matcher::hopes).toList(), now);
        line.open(
                ids(waiting),
                waiting.stream()
                        .flatMap(entry -> hopes(entry)
                                .filter(possible::containsKey)
                                .map(hope ->
                                        new Line.Open(entry.id, hope.wanted().subject())))
                        .toList());
        return possible;
    }

    private static Stream<Prospects.Hope> hopes(WaitlistEntry entry) {
        return entry.options().stream().map(option -> new Prospects.Hope(entry.carerId, option));
    }

    private static List<UUID> ids(List<WaitlistEntry> entries) {
        return entries.stream().map(entry -> entry.id).toList();
    }

    private void callUp(
            WaitlistEntry entry, Map<Prospects.Hope, Agreement> possible, Map<UUID, Integer> free, Instant now) {
        hopes(entry)
                .map(possible::get)
                .filter(agreement -> agreement != null && fits(agreement, free))
                .findFirst()
                .ifPresent(fitting -> {
                    offer(entry, fitting, now);
                    int seats = fitting.children().size();
                    fitting.sessionIds().forEach(session -> free.merge(session, -seats, Integer::sum));
                });
    }

    private static boolean fits(Agreement agreement, Map<UUID, Integer> free) {
        return agreement.sessionIds().stream()
                .allMatch(session ->
                        free.getOrDefault(session, 0) >= agreement.children().size());
    }

    private void offer(WaitlistEntry entry, Agreement agreement, Instant now) {
        Instant expiresAt = offerTime.expiry(now, zone(entry.carerId, agreement), prospects.latest(agreement));
        List<SeatChange> offered = ledger.offer(agreement, expiresAt, now);
        line.leave(entry.id);
        entry.offered(offered.get(0).ownerId(), expiresAt);
        facts.seatsChanged(SeatChange.counts(offered));
        facts.waitlistChanged(entry);
    }

    private ZoneId zone(UUID carer, Agreement agreement) {
        ScheduledSession first = agreement.sessions().get(0);
        return families.zone(carer).orElseGet(() -> ZoneId.of(first.timeZone()));
    }
}
