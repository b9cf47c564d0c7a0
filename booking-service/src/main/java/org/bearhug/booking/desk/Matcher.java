package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bearhug.booking.jobs.OneByOne;

/**
 * Offers free seats to the first family in line that fits in full, one course at a time and only one instance at a time,
 * so that the order is that of the line. How the line works: docs/decisions/0018-waitlist.md.
 */
@ApplicationScoped
class Matcher {

    @Inject
    Line line;

    @Inject
    Candidates candidates;

    @Inject
    Prospects prospects;

    @Inject
    CallUp callUp;

    @Inject
    SeatLedger ledger;

    @Inject
    HeldSeats heldSeats;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /** Seats in these sessions may have become free. */
    void seatsChanged(Collection<UUID> sessions) {
        OneByOne.each(
                "line of course",
                QuarkusTransaction.requiringNew().call(() -> candidates.coursesWaitingFor(sessions)),
                this::match);
    }

    /** Whoever was overlooked, and whose offer has expired. */
    @Scheduled(every = "{bearhug.tidy-every}", identity = "offer-free-seats")
    void matchAll() {
        OneByOne.each(
                "line of course",
                QuarkusTransaction.requiringNew().call(() -> candidates.courses(clock.instant())),
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
            List<UUID> sessions = candidates.sessions(waiting, expired);
            ledger.lock(sessions);
            facts.seatsChanged(heldSeats.reclaim(sessions, now));
            expired.forEach(this::expire);
            Map<UUID, Integer> free = new HashMap<>(ledger.free(sessions, now));
            Set<UUID> hopeful = candidates.hopeful(waiting, prospects.joinable(now));
            Map<Prospects.Hope, Agreement> possible = candidates.possible(
                    waiting.stream().filter(entry -> hopeful.contains(entry.id)).toList(), now);
            waiting.forEach(entry -> {
                if (hopeful.contains(entry.id)) {
                    callUp.of(entry, Candidates.hopes(entry).map(possible::get).filter(Objects::nonNull), free, now);
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
}
