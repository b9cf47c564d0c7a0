package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.bearhug.booking.sql.SqlFile;
import org.hibernate.Session;

/**
 * Reads the facts of this service as a feed shows them, and queues what endpoints want to know. So whoever books does not wait
 * for it, no committed fact is missed, and without endpoints there is nothing to do.
 */
@ApplicationScoped
class Collector {

    private static final int BATCH = 500;

    private static final String FACTS = SqlFile.read("webhooks/facts");

    private static final String READ = "SELECT CAST(xid AS text), position FROM told ORDER BY told.xid, told.position";

    private static final String MOVE =
            "UPDATE webhook_cursor SET xid = CAST(CAST(:xid AS text) AS xid8), position = :position";

    /** What came of looking. */
    enum Look {
        /** Nobody listens, or another instance looks just now. */
        NOTHING_TO_DO,
        READ_ALL,
        MORE_TO_READ
    }

    @Inject
    Session database;

    @Inject
    Queue queue;

    /** Reads on, and moves the cursor in the transaction that queues the deliveries: each fact is queued once. */
    @Transactional
    Look collect() {
        return queue.tryLock().map(this::after).orElse(Look.NOTHING_TO_DO);
    }

    private Look after(Queue.Cursor from) {
        List<Queue.Cursor> read = queue.adding(FACTS, READ, Object[].class)
                .setParameter("xid", from.xid())
                .setParameter("position", from.position())
                .setParameter("most", BATCH)
                .setTupleTransformer((row, columns) -> new Queue.Cursor((String) row[0], (Long) row[1]))
                .getResultList();
        if (!read.isEmpty()) {
            move(read.get(read.size() - 1));
        }
        return read.size() < BATCH ? Look.READ_ALL : Look.MORE_TO_READ;
    }

    private void move(Queue.Cursor to) {
        database.createNativeMutationQuery(MOVE)
                .setParameter("xid", to.xid())
                .setParameter("position", to.position())
                .executeUpdate();
    }
}
