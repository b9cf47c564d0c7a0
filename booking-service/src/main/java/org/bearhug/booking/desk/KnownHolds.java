package org.bearhug.booking.desk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bearhug.booking.memory.Remembered;
import org.bearhug.booking.memory.Remembered.Fact;

/**
 * What is held as far as it is remembered. That never changes, so it has no version; whether it is still held the database is asked
 * whenever it is booked.
 */
@ApplicationScoped
class KnownHolds {

    private final Remembered<Hold> holds = new Remembered<>(KnownHolds::read);

    /** What was held just now, and will be booked soon. */
    void remember(Hold hold) {
        holds.remember(fact(hold));
    }

    /** These by id; those that are not there are left out. */
    Map<UUID, Fact<Hold>> recall(Set<UUID> ids) {
        return holds.recall(ids);
    }

    /** Lets go of these. */
    void forget(Collection<UUID> ids) {
        holds.forget(ids);
    }

    private static List<Fact<Hold>> read(Collection<UUID> ids) {
        return QuarkusTransaction.requiringNew().call(() -> Hold.byId(ids)).values().stream()
                .map(KnownHolds::fact)
                .toList();
    }

    private static Fact<Hold> fact(Hold hold) {
        return new Fact<>(hold.id, 0, hold);
    }
}
