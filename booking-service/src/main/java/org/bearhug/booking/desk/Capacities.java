package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.sql.SqlFile;
import org.bearhug.kit.Refusal;
import org.bearhug.reads.Changes;
import org.hibernate.Session;

/**
 * How many seats there are. course-service says what is intended; before it lowers that it agrees with the desk, which
 * then sells no more than the lower number for as long as course-service needs to commit. A number that arrives without
 * agreement is never below what is taken: nobody loses a seat by a fact.
 */
@ApplicationScoped
class Capacities {

    private static final Duration AGREED_FOR = Duration.ofMinutes(1);

    private static final String AGREE = SqlFile.read("capacities/agree");

    private static final String INTENDED = "SELECT intended FROM seats WHERE session_id = :session";

    /** All sessions of a block at once and in the order in which bookings lock them. */
    private static final String LOCK_BLOCK =
            """
            SELECT session_id
              FROM seats
             WHERE session_id IN (SELECT id FROM class_session WHERE block_id = :block)
             ORDER BY session_id
               FOR NO KEY UPDATE""";

    private static final String INTEND = SqlFile.read("capacities/intend");

    @Inject
    Session database;

    @Inject
    SeatLedger ledger;

    @Inject
    HeldSeats heldSeats;

    @Inject
    DeskFacts facts;

    @Inject
    Changes changes;

    @Inject
    Clock clock;

    /**
     * Agrees to these numbers for a minute, all or none; of two agreements the lower one holds. Seats that are held or
     * offered count as taken as long as their time lasts, whether the job that gives them back has come or not. Sessions
     * without seats here have nobody in them.
     *
     * @throws Refusal 409 {@code capacity-below-taken}
     */
    @Transactional
    void agree(Map<UUID, Integer> capacities) {
        List<UUID> ids = List.copyOf(capacities.keySet());
        Instant now = clock.instant();
        ledger.lock(ids);
        facts.seatsChanged(heldSeats.reclaim(ids, now));
        List<TakenSeats> tooMany = database.createNativeQuery(AGREE, Object[].class)
                .setParameter("sessions", ids.toArray(UUID[]::new))
                .setParameter("capacities", ids.stream().map(capacities::get).toArray(Integer[]::new))
                .setParameter("now", now)
                .setParameter("until", now.plus(AGREED_FOR))
                .setTupleTransformer((row, columns) -> new TakenSeats((UUID) row[0], (Integer) row[1]))
                .getResultList();
        if (!tooMany.isEmpty()) {
            throw new Refusal(409, "capacity-below-taken", "More seats are taken already.").with("sessions", tooMany);
        }
        changes.touch("seats", ids);
    }

    private record TakenSeats(UUID sessionId, int taken) {}

    /** Takes over what course-service intends, unless something newer is known. */
    @Transactional(Transactional.TxType.MANDATORY)
    void intend(UUID session, UUID block, int capacity, long version) {
        Integer before = database.createNativeQuery(INTENDED, Integer.class)
                .setParameter("session", session)
                .uniqueResult();
        if (before != null && block != null) {
            database.createNativeQuery(LOCK_BLOCK, UUID.class)
                    .setParameter("block", block)
                    .getResultList();
        }
        database.createNativeQuery(INTEND, Object[].class)
                .setParameter("session", session)
                .setParameter("capacity", capacity)
                .setParameter("version", version)
                .uniqueResultOptional()
                .filter(row -> !row[0].equals(before))
                .ifPresent(row -> facts.seatsChanged(List.of(SeatCount.of(session, row, 0))));
    }
}
