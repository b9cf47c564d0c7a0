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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.kit.Refusal;
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
    Agreements agreements;

    @Inject
    Families families;

    @Inject
    Places places;

    @Inject
    SeatLedger ledger;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.joining-time")
    Duration joiningTime;

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

    /** Offers what is free in this course. */
    void match(UUID course) {
        QuarkusTransaction.requiringNew().run(() -> {
            line.lock(course);
            Instant now = clock.instant();
            List<WaitlistEntry> expired = WaitlistEntry.expired(course, now);
            List<WaitlistEntry> waiting = WaitlistEntry.waiting(course);
            List<UUID> sessions = Stream.concat(
                            line
                                    .sessions(waiting.stream()
                                            .map(entry -> entry.id)
                                            .toList())
                                    .stream(),
                            expired.stream().flatMap(entry -> Hold.sessionsOf(entry.holdId)))
                    .distinct()
                    .toList();
            ledger.lock(sessions);
            facts.seatsChanged(ledger.reclaim(sessions, now));
            expired.forEach(this::expire);
            Map<UUID, Integer> free = new HashMap<>(ledger.free(sessions, now));
            Set<UUID> hopeful =
                    line.hopeful(waiting.stream().map(entry -> entry.id).toList(), now.plus(joiningTime));
            waiting.forEach(entry -> {
                if (hopeful.contains(entry.id)) {
                    callUp(entry, free, now);
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

    private void callUp(WaitlistEntry entry, Map<UUID, Integer> free, Instant now) {
        Agreement fitting = null;
        for (Wanted option : entry.options()) {
            Optional<Agreement> possible = possible(entry.carerId, option, now);
            line.open(entry.id, option.subject(), possible.isPresent());
            if (fitting == null
                    && possible.filter(agreement -> fits(agreement, free)).isPresent()) {
                fitting = possible.get();
            }
        }
        if (fitting != null) {
            offer(entry, fitting, now);
            int seats = fitting.children().size();
            fitting.sessionIds().forEach(session -> free.merge(session, -seats, Integer::sum));
        }
    }

    /** What could be offered if there were room: for sale, in time, and for children who are of age and not in yet. */
    Optional<Agreement> possible(UUID carer, Wanted option, Instant now) {
        try {
            Agreement agreement = agreements.on(carer, option);
            return now.isBefore(latest(agreement))
                            && !places.isOccupied(agreement.childIds(), agreement.sessionIds(), now)
                    ? Optional.of(agreement)
                    : Optional.empty();
        } catch (Refusal notNow) {
            return Optional.empty();
        }
    }

    private static boolean fits(Agreement agreement, Map<UUID, Integer> free) {
        return agreement.sessionIds().stream()
                .allMatch(session ->
                        free.getOrDefault(session, 0) >= agreement.children().size());
    }

    private void offer(WaitlistEntry entry, Agreement agreement, Instant now) {
        Instant expiresAt = offerTime.expiry(now, zone(entry.carerId, agreement), latest(agreement));
        List<SeatChange> offered = ledger.offer(agreement, expiresAt, now);
        line.leave(entry.id);
        entry.offered(offered.get(0).ownerId(), expiresAt);
        facts.seatsChanged(SeatChange.counts(offered));
        facts.waitlistChanged(entry);
    }

    private Instant latest(Agreement agreement) {
        return agreement.sessions().get(0).startsAt().minus(joiningTime);
    }

    private ZoneId zone(UUID carer, Agreement agreement) {
        ScheduledSession first = agreement.sessions().get(0);
        return families.zone(carer).orElseGet(() -> ZoneId.of(first.timeZone()));
    }
}
