package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bearhug.reads.Changes;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Keeps what is held or offered for longer, or gives it back; like {@link SeatLedger}, which also says how it is taken. */
@ApplicationScoped
class HeldSeats {

    @Inject
    Session database;

    @Inject
    Changes changes;

    /**
     * Keeps the seats of a hold or an offer until then for a booking that is being paid.
     *
     * @throws org.bearhug.kit.Refusal as {@link Hold#expired} when some of them went to others
     */
    List<SeatCount> pend(Hold hold, UUID booking, Instant expiresAt) {
        List<Object[]> rows = database.createNativeQuery(LedgerSql.PEND, Object[].class)
                .setParameter("hold", hold.id)
                .setParameter("booking", booking)
                .setParameter("sessions", hold.sessionIds)
                .setParameter("expiresAt", expiresAt)
                .getResultList();
        if (rows.stream().mapToInt(row -> (Integer) row[6]).sum() < hold.seats()) {
            throw hold.expired();
        }
        return rows.stream().map(row -> SeatCount.of((UUID) row[0], row, 1)).toList();
    }

    /** Keeps the seats of a hold until then; returns how many there still are. */
    int extend(UUID hold, Collection<UUID> sessions, Instant expiresAt) {
        changes.touch("seats", sessions);
        return database.createNativeMutationQuery(LedgerSql.EXTEND)
                .setParameter("hold", hold)
                .setParameter("sessions", sessions.toArray(UUID[]::new))
                .setParameter("expiresAt", expiresAt)
                .executeUpdate();
    }

    /** Gives back the seats of a hold, as far as they are still its own. */
    List<SeatCount> letGo(UUID hold) {
        return counts(
                database.createNativeQuery(LedgerSql.LET_GO, Object[].class).setParameter("hold", hold));
    }

    /** Gives back all seats whose hold or offer has expired. */
    List<SeatCount> reclaim(Instant now) {
        return counts(
                database.createNativeQuery(LedgerSql.RECLAIM, Object[].class).setParameter("now", now));
    }

    /** Gives back the seats in these sessions whose hold or offer has expired. */
    List<SeatCount> reclaim(Collection<UUID> sessions, Instant now) {
        return counts(database.createNativeQuery(LedgerSql.RECLAIM_IN, Object[].class)
                .setParameter("sessions", sessions.toArray(UUID[]::new))
                .setParameter("now", now));
    }

    private static List<SeatCount> counts(NativeQuery<Object[]> statement) {
        return statement
                .setTupleTransformer((row, columns) -> SeatCount.of((UUID) row[0], row, 1))
                .getResultList();
    }
}
