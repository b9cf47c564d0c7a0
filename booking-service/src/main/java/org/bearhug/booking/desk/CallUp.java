package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.news.ClassNews;
import org.bearhug.booking.timetable.ScheduledSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers seats to a family in line whose turn it is, and keeps them for it for some waking hours. */
@ApplicationScoped
class CallUp {

    @Inject
    Line line;

    @Inject
    Prospects prospects;

    @Inject
    Families families;

    @Inject
    SeatLedger ledger;

    @Inject
    DeskFacts facts;

    @Inject
    ClassNews news;

    private final OfferTime offerTime;

    CallUp(
            @ConfigProperty(name = "bearhug.offer-lasts") Duration lasts,
            @ConfigProperty(name = "bearhug.quiet-from") LocalTime quietFrom,
            @ConfigProperty(name = "bearhug.quiet-to") LocalTime quietTo) {
        offerTime = new OfferTime(lasts, quietFrom, quietTo);
    }

    /**
     * Offers the most wanted of what is possible for it that fits in full.
     *
     * @param free how many seats are free in each session; fewer afterwards
     */
    void of(WaitlistEntry entry, Stream<Agreement> possible, Map<UUID, Integer> free, Instant now) {
        possible.filter(agreement -> fits(agreement, free)).findFirst().ifPresent(fitting -> {
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
        ZoneId zone = zone(entry.carerId, agreement);
        Instant expiresAt = offerTime.expiry(now, zone, prospects.latest(agreement));
        List<SeatChange> offered = ledger.offer(agreement, expiresAt, now);
        line.leave(entry.id);
        entry.offered(offered.get(0).ownerId(), expiresAt);
        facts.seatsChanged(SeatChange.counts(offered));
        facts.waitlistChanged(entry);
        news.offered(entry.carerId, agreement.sessions().get(0), expiresAt, zone);
    }

    private ZoneId zone(UUID carer, Agreement agreement) {
        ScheduledSession first = agreement.sessions().get(0);
        return families.zone(carer).orElseGet(() -> ZoneId.of(first.timeZone()));
    }
}
