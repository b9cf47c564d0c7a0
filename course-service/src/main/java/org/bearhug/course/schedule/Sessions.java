package org.bearhug.course.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bearhug.course.capacity.CapacityAgreement;
import org.bearhug.course.capacity.IntendedCapacity;
import org.bearhug.course.meeting.MeetingState;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;

/** The rules of single sessions. */
@ApplicationScoped
class Sessions {

    @Inject
    Schedule schedule;

    @Inject
    Meetings meetings;

    @Inject
    Calls calls;

    @Inject
    CapacityAgreement agreement;

    @Inject
    Clock clock;

    /** Asks booking-service before its transaction when seats are to be taken away. */
    Versioned<SessionView> change(UUID instructorId, UUID id, String ifMatch, SessionChange change) {
        List<IntendedCapacity> agreed = agreement.ask(
                QuarkusTransaction.requiringNew().call(() -> lowered(lock(instructorId, id, ifMatch), id, change)));
        return QuarkusTransaction.requiringNew().call(() -> {
            LockedBlock locked = lock(instructorId, id, ifMatch);
            agreement.requireAgreed(lowered(locked, id, change), agreed);
            return change(locked, locked.session(id), change);
        });
    }

    private LockedBlock lock(UUID instructorId, UUID id, String ifMatch) {
        LockedBlock locked = schedule.lockAround(id, instructorId);
        Versions.require(ifMatch, locked.session(id).version);
        locked.session(id).requireNotCancelled();
        return locked;
    }

    private static List<IntendedCapacity> lowered(LockedBlock locked, UUID id, SessionChange change) {
        return locked.lowered(List.of(locked.session(id)), change.capacity());
    }

    Versioned<SessionView> change(LockedBlock locked, Session session, SessionChange change) {
        if (change.moves()) {
            move(locked, session, change);
        }
        session.change(change, locked.block());
        schedule.tell(locked, List.of(session));
        change.call().ifPresent(choice -> calls.choose(locked.course(), List.of(session), choice));
        return versioned(locked, session);
    }

    private void move(LockedBlock locked, Session session, SessionChange change) {
        if (!session.isToCome(clock.instant())) {
            throw new Refusal(409, "session-begun", "This session has begun; it cannot be moved any more.");
        }
        if (change.localStart() != null) {
            StartTimes.checkRoughly("#/localStart", change.localStart(), clock.instant());
        }
        StartTimes.check(
                change.localStart() == null ? "#/timeZone" : "#/localStart", session.move(change), clock.instant());
        locked.requireFree(session);
    }

    /** A session that is cancelled already stays as it is, its reason too. */
    @Transactional
    Versioned<SessionView> cancel(UUID instructorId, UUID id, String reason) {
        LockedBlock locked = schedule.lockAround(id, instructorId);
        Session session = locked.session(id);
        if (session.state == SessionState.SCHEDULED) {
            if (!clock.instant().isBefore(session.endsAt)) {
                throw new Refusal(409, "session-over", "This session has taken place.");
            }
            session.cancel(reason);
            schedule.tell(locked, List.of(session));
        }
        return versioned(locked, session);
    }

    private Versioned<SessionView> versioned(LockedBlock locked, Session session) {
        MeetingState meeting = meetings.states(Set.of(session.id)).get(session.id);
        return new Versioned<>(SessionView.of(session, locked.course().title(), meeting), session.version);
    }
}
