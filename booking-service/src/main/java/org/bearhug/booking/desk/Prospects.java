package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.timetable.Offer;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What families could be offered if there were room: for sale, in time, and for children who are of age and not in yet. It is
 * looked up for all of them at once, for meanwhile their line and its seats are locked.
 */
@ApplicationScoped
class Prospects {

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    @Inject
    Places places;

    @ConfigProperty(name = "bearhug.joining-time")
    Duration joiningTime;

    /** A wish of a carer's. */
    record Hope(UUID carer, Wanted wanted) {}

    /** Those of these wishes that could be fulfilled, in their order. */
    Map<Hope, Agreement> of(Collection<Hope> hopes, Instant now) {
        Map<UUID, Optional<Offer>> offers = new HashMap<>();
        hopes.forEach(hope -> offers.computeIfAbsent(hope.wanted.subject(), subject -> forSale(hope.wanted)));
        Map<UUID, Child> children = families.byId(
                hopes.stream().flatMap(hope -> hope.wanted.childIds().stream()).collect(Collectors.toSet()));
        Map<Hope, Agreement> possible = new LinkedHashMap<>();
        hopes.forEach(hope -> offers.get(hope.wanted.subject())
                .flatMap(offer -> agreement(hope, offer, children))
                .filter(agreement -> now.isBefore(latest(agreement)))
                .ifPresent(agreement -> possible.put(hope, agreement)));
        Set<Places.Seat> occupied = places.occupied(
                possible.values().stream()
                        .flatMap(agreement -> agreement.childIds().stream())
                        .collect(Collectors.toSet()),
                possible.values().stream()
                        .flatMap(agreement -> agreement.sessionIds().stream())
                        .collect(Collectors.toSet()),
                now);
        possible.values().removeIf(agreement -> occupied.stream()
                .anyMatch(seat -> agreement.sessionIds().contains(seat.session())
                        && agreement.childIds().contains(seat.child())));
        return possible;
    }

    /** What of it is for sale, if it is. */
    Optional<Offer> forSale(Wanted wanted) {
        try {
            return Optional.of(
                    wanted.blockId() == null
                            ? timetable.dropIn(wanted.sessionId())
                            : timetable.block(wanted.blockId()));
        } catch (Refusal notForSale) {
            return Optional.empty();
        }
    }

    private static Optional<Agreement> agreement(Hope hope, Offer offer, Map<UUID, Child> children) {
        List<UUID> ids = hope.wanted.childIds();
        try {
            return Optional.of(Agreements.on(
                    hope.carer,
                    hope.wanted,
                    offer,
                    Families.ofCarer(
                            hope.carer,
                            ids,
                            ids.stream()
                                    .map(children::get)
                                    .filter(Objects::nonNull)
                                    .toList())));
        } catch (Refusal notNow) {
            return Optional.empty();
        }
    }

    /** Until when somebody can still accept and join in time. */
    Instant latest(Agreement agreement) {
        return agreement.sessions().get(0).startsAt().minus(joiningTime);
    }

    /** The last start that is too soon now. */
    Instant joinable(Instant now) {
        return now.plus(joiningTime);
    }
}
