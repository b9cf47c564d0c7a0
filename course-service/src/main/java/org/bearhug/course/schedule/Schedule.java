package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.course.TaughtCourses;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Refusal;

/**
 * Locking what is to be changed, and telling what was. Locks are taken in one order: the course, shared; the block,
 * alone; then its sessions are read. So the title and state that a fact carries are those it commits with.
 */
@ApplicationScoped
class Schedule {

    @Inject
    TaughtCourses courses;

    @Inject
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    Calls calls;

    /** This instructor's block; 404 also for another's. */
    @Transactional(TxType.MANDATORY)
    LockedBlock lock(UUID blockId, UUID instructorId) {
        return locked("select courseId, id from Block where id = :id", blockId, instructorId)
                .orElseThrow(() -> Refusal.notFound("block"));
    }

    /** The block around this instructor's session; 404 also for another's. */
    @Transactional(TxType.MANDATORY)
    LockedBlock lockAround(UUID sessionId, UUID instructorId) {
        return locked("select courseId, blockId from Session where id = :id", sessionId, instructorId)
                .orElseThrow(() -> Refusal.notFound("session"));
    }

    /** No entity is loaded before its lock is held: it would be the one from before. */
    private Optional<LockedBlock> locked(String path, UUID id, UUID instructorId) {
        return entities.createQuery(path, Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .flatMap(ids -> courses.hold((UUID) ids[0], instructorId).map(course -> {
                    Block block = Block.locked((UUID) ids[1]).orElseThrow();
                    return new LockedBlock(course, block, Session.ofBlocks(List.of(block.id)));
                }));
    }

    /** Gives the block and these sessions their next versions and tells them, the sessions first; Zoom follows. */
    @Transactional(TxType.MANDATORY)
    void tell(LockedBlock locked, Collection<Session> changed) {
        outbox.add(facts(locked, changed));
        calls.follow(locked.course(), changed);
    }

    /** As before, of all sessions, and makes what was told of them before say the same. */
    @Transactional(TxType.MANDATORY)
    void replace(LockedBlock locked) {
        outbox.replace(facts(locked, locked.sessions()));
    }

    private static List<Outbox.Fact> facts(LockedBlock locked, Collection<Session> changed) {
        Block block = locked.block();
        List<Outbox.Fact> facts = new ArrayList<>();
        for (Session session : changed) {
            session.version++;
            facts.add(SessionFact.of(session, block, locked.course()));
        }
        block.version++;
        facts.add(BlockFact.of(locked));
        return facts;
    }
}
