package org.bearhug.booking.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The lines of the money ledger, to be looked at. */
@ApplicationScoped
public class LedgerEntries {

    private static final String ENTRIES =
            """
            SELECT id, kind, amount, currency, reason, reference, entered_by, entered_at
              FROM money_entry
             WHERE booking_id = :booking
             ORDER BY id""";

    @Inject
    Session database;

    /** The lines of a booking, the oldest first. */
    @Transactional
    public List<LedgerEntry> of(UUID booking) {
        return database.createNativeQuery(ENTRIES, Object[].class)
                .setParameter("booking", booking)
                .setTupleTransformer((row, columns) -> LedgerEntry.of(row))
                .getResultList();
    }
}
