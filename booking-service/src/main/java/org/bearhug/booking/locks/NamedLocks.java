package org.bearhug.booking.locks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/** One at a time, over all instances, where there is no row that could be locked: counting what somebody has, for instance. */
@ApplicationScoped
public class NamedLocks {

    private static final String LOCK =
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:what || ' ' || :whose, 0))";

    @Inject
    Session database;

    /** Waits until nobody else has it, and keeps it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(String what, UUID whose) {
        database.createNativeQuery(LOCK, Integer.class)
                .setParameter("what", what)
                .setParameter("whose", whose.toString())
                .getSingleResult();
    }
}
