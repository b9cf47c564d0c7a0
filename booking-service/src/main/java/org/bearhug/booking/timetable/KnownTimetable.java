package org.bearhug.booking.timetable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bearhug.booking.memory.Remembered;
import org.bearhug.booking.memory.Remembered.Fact;

/** What is for sale as far as it is remembered, with the versions by which that is checked. */
@ApplicationScoped
public class KnownTimetable {

    private final Remembered<ClassBlock> blocks = new Remembered<>(this::readBlocks);
    private final Remembered<ClassSession> sessions = new Remembered<>(this::readSessions);

    @Inject
    EntityManager entities;

    /** What is known of some blocks and sessions, and of what belongs to them. */
    public record Extract(Map<UUID, Fact<ClassBlock>> blocks, Map<UUID, Fact<ClassSession>> sessions) {

        /** As {@link Timetable#block} or {@link Timetable#dropIn}; one of both ids is null. */
        public Offer offer(UUID block, UUID session, Instant now) {
            Sales sales = new Sales(told(), now);
            return block == null ? sales.dropIn(session) : sales.block(block);
        }

        /**
         * One session in the place of another one, sold on its own or not.
         *
         * @throws org.bearhug.kit.Refusal 404 when it is not known here (yet), 409 {@code sales-closed}
         */
        public Offer makeUp(UUID session, String currency, Instant now) {
            return new Sales(told(), now).makeUp(session, currency);
        }

        /** Whose block or session it is; one of both ids is null. */
        public Optional<UUID> instructor(UUID block, UUID session) {
            return told()
                    .sessions(
                            block == null
                                    ? List.of(session)
                                    : told().block(block)
                                            .map(known -> List.of(known.sessionIds))
                                            .orElse(List.of()))
                    .stream()
                    .map(known -> known.instructorId)
                    .findFirst();
        }

        /** As {@link Timetable#sessions}. */
        public List<ScheduledSession> scheduled(Collection<UUID> ids) {
            return told().sessions(ids).stream().map(ScheduledSession::of).toList();
        }

        private Told told() {
            return new Told() {
                @Override
                public Optional<ClassSession> session(UUID id) {
                    return Optional.ofNullable(sessions.get(id)).map(Fact::value);
                }

                @Override
                public Optional<ClassBlock> block(UUID id) {
                    return Optional.ofNullable(blocks.get(id)).map(Fact::value);
                }

                @Override
                public List<ClassSession> sessions(Collection<UUID> ids) {
                    return ids.stream().flatMap(id -> session(id).stream()).toList();
                }
            };
        }
    }

    /** What is known of these, of the sessions of these blocks and the blocks of these sessions. */
    public Extract recall(Set<UUID> blockIds, Set<UUID> sessionIds) {
        Map<UUID, Fact<ClassBlock>> asWholes = blocks.recall(blockIds);
        Map<UUID, Fact<ClassSession>> all = sessions.recall(Stream.concat(
                        sessionIds.stream(),
                        asWholes.values().stream().flatMap(block -> Arrays.stream(block.value().sessionIds)))
                .collect(Collectors.toSet()));
        Set<UUID> around = Stream.concat(
                        blockIds.stream(),
                        sessionIds.stream()
                                .map(all::get)
                                .filter(Objects::nonNull)
                                .map(session -> session.value().blockId)
                                .filter(Objects::nonNull))
                .collect(Collectors.toSet());
        return new Extract(blocks.recall(around), all);
    }

    /** Lets go of what is no longer so. */
    public void forget(Collection<UUID> ids) {
        blocks.forget(ids);
        sessions.forget(ids);
    }

    private List<Fact<ClassBlock>> readBlocks(Collection<UUID> ids) {
        return read("class_block", ClassBlock.class, ids).stream()
                .map(block -> new Fact<>(block.id, block.version, block))
                .toList();
    }

    private List<Fact<ClassSession>> readSessions(Collection<UUID> ids) {
        return read("class_session", ClassSession.class, ids).stream()
                .map(session -> new Fact<>(session.id, session.version, session))
                .toList();
    }

    /** By SQL with one parameter: a list of any length in HQL is translated anew each time. */
    @SuppressWarnings("unchecked") // a native query answers raw lists
    private <T> List<T> read(String table, Class<T> type, Collection<UUID> ids) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery("SELECT * FROM " + table + " WHERE id = ANY(:ids)", type)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList());
    }
}
