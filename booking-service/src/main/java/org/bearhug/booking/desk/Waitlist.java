package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;

/** Joining the line. */
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
    OwnWaits own;

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
        return own.view(entry);
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
}
