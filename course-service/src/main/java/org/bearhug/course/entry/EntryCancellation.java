package org.bearhug.course.entry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.bearhug.course.capacity.TakenSeats;
import org.bearhug.course.schedule.BlockView;
import org.bearhug.course.schedule.BlocksOfSessions;
import org.bearhug.course.schedule.SingleClasses;
import org.bearhug.kit.Refusal;

/** Calling off the class of an entry. The entry stays, and so does its name. */
@ApplicationScoped
class EntryCancellation {

    @Inject
    SingleClasses classes;

    @Inject
    BlocksOfSessions blocks;

    @Inject
    TakenSeats taken;

    /** Cancels the class for good. How many places it had is asked before, when they are still there. */
    CancelledEntry cancel(UUID instructorId, String externalId) {
        UUID sessionId = QuarkusTransaction.requiringNew()
                .call(() -> ClassEntry.find(instructorId, externalId).map(entry -> entry.sessionId))
                .orElseThrow(() -> Refusal.notFound("class entry"));
        OptionalInt booked = taken.of(sessionId);
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean cancelled = classes.cancel(instructorId, sessionId);
            BlockView now = blocks.find(Set.of(sessionId)).get(sessionId).view();
            return new CancelledEntry(
                    cancelled ? Outcome.CANCELLED : Outcome.UNCHANGED,
                    externalId,
                    cancelled && booked.isPresent() ? booked.getAsInt() : null,
                    now.sessions().get(0));
        });
    }
}
