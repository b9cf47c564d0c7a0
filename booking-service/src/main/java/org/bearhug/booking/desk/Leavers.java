package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bearhug.kit.Refusal;

/** Whoever leaves the line. */
@ApplicationScoped
class Leavers {

    @Inject
    Line line;

    @Inject
    HeldSeats heldSeats;

    @Inject
    Matcher matcher;

    @Inject
    AfterCommit afterCommit;

    @Inject
    DeskFacts facts;

    /**
     * Leaves the line, whether something is offered or not. Doing it again changes nothing.
     *
     * @throws Refusal 404 for another's
     */
    @Transactional
    void leave(UUID carer, UUID id) {
        WaitlistEntry entry = locked(carer, id);
        if (entry.isInLine()) {
            leave(entry);
        }
    }

    /** Takes whoever waits with this child out of all lines, in the running transaction and before it locks bookings. */
    @Transactional(Transactional.TxType.MANDATORY)
    void leaveWith(UUID child) {
        WaitlistEntry.inLineWith(child).forEach(seen -> {
            WaitlistEntry entry = locked(seen);
            if (entry.isInLine()) {
                leave(entry);
            }
        });
    }

    /** Out of the line, which is locked. */
    void leave(WaitlistEntry entry) {
        line.leave(entry.id);
        if (entry.state == WaitlistEntry.State.OFFERED) {
            facts.seatsChanged(heldSeats.letGo(entry.holdId));
        }
        entry.state = WaitlistEntry.State.LEFT;
        facts.waitlistChanged(entry);
        UUID course = entry.courseId;
        afterCommit.then(course, () -> matcher.match(course));
    }

    /** This carer's, with its line locked. */
    WaitlistEntry locked(UUID carer, UUID id) {
        return locked(WaitlistEntry.of(carer, id).orElseThrow(() -> Refusal.notFound("waitlist entry")));
    }

    private WaitlistEntry locked(WaitlistEntry seen) {
        line.lock(seen.courseId);
        WaitlistEntry.getEntityManager().refresh(seen);
        return seen;
    }
}
