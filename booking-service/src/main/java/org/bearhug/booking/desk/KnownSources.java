package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.memory.Remembered.Fact;
import org.bearhug.booking.pass.KnownPasses;
import org.bearhug.booking.pass.PassTerms;

/** What bookings use up beside seats, as far as it is remembered. */
@ApplicationScoped
class KnownSources {

    @Inject
    KnownHolds holds;

    @Inject
    KnownCredits credits;

    @Inject
    KnownPasses passes;

    /** What is known of some. */
    record Extract(Map<UUID, Fact<Hold>> holds, Map<UUID, Fact<Credit>> credits, Map<UUID, Fact<PassTerms>> passes) {}

    /** What is known of whatever these are to be made with. */
    Extract recall(List<PlainBooking> bookings) {
        return new Extract(
                holds.recall(ids(bookings, Asking::hold)),
                credits.recall(ids(bookings, Asking::credit)),
                passes.recall(ids(bookings, Asking::pass)));
    }

    private static Set<UUID> ids(List<PlainBooking> bookings, Function<Asking, UUID> kind) {
        return bookings.stream()
                .map(booking -> kind.apply(booking.asking()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Lets go of these. */
    void forget(Collection<UUID> ids) {
        holds.forget(ids);
        credits.forget(ids);
        passes.forget(ids);
    }
}
