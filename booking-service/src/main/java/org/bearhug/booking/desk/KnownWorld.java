package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.families.KnownFamilies;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.booking.payment.KnownRules;
import org.bearhug.booking.payment.KnownRules.ByTheirRules;
import org.bearhug.booking.timetable.KnownTimetable;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.kit.Refusal;

/** What the desk remembers of the world, so that a booking of what is known already need not ask for it first. */
@ApplicationScoped
class KnownWorld {

    @Inject
    KnownTimetable timetable;

    @Inject
    KnownFamilies families;

    @Inject
    KnownRules rules;

    /**
     * What bookings mean by what is known, each with an agreement or a refusal.
     *
     * @param facts what is known: of sessions, blocks, children and the rules of instructors
     */
    record Understood(List<Meaning> meanings, List<Map<UUID, ? extends Fact<?>>> facts) {}

    /**
     * What a booking means by what is known: an agreement, or else a refusal.
     *
     * @param paidBy how its instructor is paid
     */
    record Meaning(PlainBooking asked, Agreement agreement, ByTheirRules paidBy, Refusal refusal) {

        UUID instructor() {
            return agreement.sessions().get(0).instructorId();
        }
    }

    Understood understand(List<PlainBooking> bookings, Instant now) {
        KnownTimetable.Extract told =
                timetable.recall(ids(bookings, Wanted::blockId), ids(bookings, Wanted::sessionId));
        KnownFamilies.Extract children = families.recall(bookings.stream()
                .flatMap(asked -> asked.wanted().childIds().stream())
                .collect(Collectors.toSet()));
        List<Meaning> meanings = bookings.stream()
                .map(asked -> meaning(asked, told, children, now))
                .toList();
        Map<UUID, Fact<ByTheirRules>> paidBy = rules.recall(meanings.stream()
                .filter(meaning -> meaning.agreement() != null)
                .map(Meaning::instructor)
                .collect(Collectors.toSet()));
        return new Understood(
                meanings.stream().map(meaning -> paid(meaning, paidBy)).toList(),
                List.of(told.sessions(), told.blocks(), children.children(), paidBy));
    }

    private static Set<UUID> ids(List<PlainBooking> bookings, Function<Wanted, UUID> part) {
        return bookings.stream()
                .map(PlainBooking::wanted)
                .map(part)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Meaning meaning(
            PlainBooking asked, KnownTimetable.Extract told, KnownFamilies.Extract families, Instant now) {
        Wanted wanted = asked.wanted();
        try {
            Offer offer = told.offer(wanted.blockId(), wanted.sessionId(), now);
            return new Meaning(
                    asked,
                    Agreements.on(asked.carer(), wanted, offer, families.children(asked.carer(), wanted.childIds())),
                    null,
                    null);
        } catch (Refusal refusal) {
            return new Meaning(asked, null, null, refusal);
        }
    }

    private static Meaning paid(Meaning meaning, Map<UUID, Fact<ByTheirRules>> rules) {
        return meaning.agreement() == null
                ? meaning
                : new Meaning(
                        meaning.asked(),
                        meaning.agreement(),
                        rules.get(meaning.instructor()).value(),
                        null);
    }

    /** Lets go of what is no longer so. */
    void forget(Collection<UUID> changed) {
        timetable.forget(changed);
        families.forget(changed);
        rules.forget(changed);
    }
}
