package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.capacity.CapacityAgreement;
import org.bearhug.course.capacity.IntendedCapacity;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;

/**
 * Blocks of one session, written as one thing. What is done to them is done by the rules of blocks and sessions, so it
 * has the consequences that it has by hand.
 */
@ApplicationScoped
public class SingleClasses {

    @Inject
    Blocks blocks;

    @Inject
    BlockPublication publication;

    @Inject
    Sessions sessions;

    @Inject
    Schedule schedule;

    @Inject
    Meetings meetings;

    @Inject
    CapacityAgreement agreement;

    @Inject
    Clock clock;

    /**
     * What came of a change.
     *
     * @param changed whether anything had to be
     */
    public record Change(Versioned<BlockView> now, boolean changed) {}

    /** Makes it in a published course and opens it for booking, in the running transaction. */
    @Transactional(TxType.MANDATORY)
    public Versioned<BlockView> create(UUID instructorId, UUID courseId, SingleClass wish) {
        wish.requireStart(clock.instant());
        BlockView draft = blocks.create(instructorId, courseId, wish.asBlock()).view();
        return publication.publish(instructorId, draft.id());
    }

    /** What booking-service has to agree to before {@link #change}. */
    @Transactional(TxType.MANDATORY)
    public List<IntendedCapacity> lowered(UUID instructorId, UUID sessionId, String ifMatch, SingleClass wish) {
        return lowered(lock(instructorId, sessionId, ifMatch), sessionId, wish);
    }

    /**
     * Changes what is not as wished, in the running transaction.
     *
     * @param ifMatch the block's version, or null for whatever it is
     */
    @Transactional(TxType.MANDATORY)
    public Change change(
            UUID instructorId, UUID sessionId, String ifMatch, SingleClass wish, List<IntendedCapacity> agreed) {
        LockedBlock locked = lock(instructorId, sessionId, ifMatch);
        agreement.requireAgreed(lowered(locked, sessionId, wish), agreed);
        Session session = locked.session(sessionId);
        Instant now = clock.instant();
        Optional<BlockChange> ofBlock = wish.changeOf(locked.block(), session, now);
        Optional<SessionChange> ofSession =
                wish.changeOf(session, meetings.isCall(sessionId, wish.meeting(), wish.callLink()));
        if (ofSession.filter(change -> change.localStart() != null).isPresent() && session.isToCome(now)) {
            wish.requireStart(now);
        }
        ofBlock.ifPresent(change -> blocks.change(locked, change));
        ofSession.ifPresent(change -> sessions.change(locked, session, change));
        return new Change(blocks.versioned(locked), ofBlock.isPresent() || ofSession.isPresent());
    }

    private LockedBlock lock(UUID instructorId, UUID sessionId, String ifMatch) {
        LockedBlock locked = schedule.lockAround(sessionId, instructorId);
        if (ifMatch != null) {
            Versions.require(ifMatch, locked.block().version);
        }
        locked.session(sessionId).requireNotCancelled();
        return locked;
    }

    private static List<IntendedCapacity> lowered(LockedBlock locked, UUID sessionId, SingleClass wish) {
        return locked.lowered(List.of(locked.session(sessionId)), wish.capacity());
    }

    /** Cancels it, in the running transaction; whether it was not cancelled before. */
    @Transactional(TxType.MANDATORY)
    public boolean cancel(UUID instructorId, UUID sessionId) {
        LockedBlock locked = schedule.lockAround(sessionId, instructorId);
        boolean scheduled = locked.session(sessionId).state == SessionState.SCHEDULED;
        sessions.cancel(instructorId, sessionId, null);
        return scheduled;
    }
}
