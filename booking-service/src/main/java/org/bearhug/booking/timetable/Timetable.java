package org.bearhug.booking.timetable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.kit.Refusal;

/** What is taught when, and what of it is for sale. */
@ApplicationScoped
public class Timetable {

    @Inject
    ToldHere told;

    @Inject
    Clock clock;

    /** What this service was told, as it stands in the database. */
    @ApplicationScoped
    static class ToldHere implements Told {

        @Inject
        EntityManager entities;

        @Override
        public Optional<ClassSession> session(UUID id) {
            return Optional.ofNullable(entities.find(ClassSession.class, id));
        }

        @Override
        public Optional<ClassBlock> block(UUID id) {
            return Optional.ofNullable(entities.find(ClassBlock.class, id));
        }

        @Override
        public List<ClassSession> sessions(Collection<UUID> ids) {
            return entities.createQuery("from ClassSession where id in :ids", ClassSession.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
    }

    /** These sessions, by id; those not known are left out. */
    public Map<UUID, ScheduledSession> sessions(Collection<UUID> ids) {
        return told.sessions(ids).stream()
                .map(ScheduledSession::of)
                .collect(Collectors.toMap(ScheduledSession::id, Function.identity()));
    }

    /** A session that was published, whatever became of it. */
    public Optional<ScheduledSession> session(UUID id) {
        return told.session(id).filter(known -> known.published).map(ScheduledSession::of);
    }

    /** The same, if this instructor teaches it. */
    public Optional<ScheduledSession> taughtSession(UUID instructor, UUID id) {
        return session(id).filter(known -> known.instructorId().equals(instructor));
    }

    /** The course of a block that this instructor teaches and that was published, whatever became of it. */
    public Optional<UUID> courseOfTaughtBlock(UUID instructor, UUID id) {
        return sales().published(id)
                .filter(known -> instructor.equals(known.instructorId))
                .map(known -> known.courseId);
    }

    /** Whether this service was told that this block is published, and of all its sessions. */
    public boolean knowsBlock(UUID id) {
        return sales().published(id)
                .filter(block -> told.sessions(List.of(block.sessionIds)).size() == block.sessionIds.length)
                .isPresent();
    }

    /**
     * A block as a whole: the sessions of it that are to take place. It is sold until the first of them starts, or the
     * rest of it until the last one does when its price is pro rata.
     *
     * @throws Refusal 404 when it or one of its sessions is not known here (yet), 409 {@code sales-closed}
     */
    public Offer block(UUID id) {
        return sales().block(id);
    }

    /**
     * One session on its own. It is sold until it starts.
     *
     * @throws Refusal 404 when it is not known here (yet), 409 {@code sales-closed} also when it is sold only with its
     *     block
     */
    public Offer dropIn(UUID id) {
        return sales().dropIn(id);
    }

    private Sales sales() {
        return new Sales(told, clock.instant());
    }
}
