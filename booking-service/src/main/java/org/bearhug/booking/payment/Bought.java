package org.bearhug.booking.payment;

import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** Who bought it, and of whom. */
record Bought(UUID carer, UUID instructor, String title, String currency) {

    private static final String BOOKING =
            """
            SELECT b.carer_id, coalesce(c.instructor_id, s.instructor_id), b.title, b.currency
              FROM booking b
              LEFT JOIN class_block c ON c.id = b.block_id
              LEFT JOIN class_session s ON s.id = b.session_id
             WHERE b.id = :id""";

    private static final String PASS = "SELECT carer_id, instructor_id, title, currency FROM pass WHERE id = :id";

    /** @throws Refusal 404 */
    static Bought of(Session database, Purchase purchase) {
        String query =
                switch (purchase.kind()) {
                    case BOOKING -> BOOKING;
                    case PASS -> PASS;
                };
        return database.createNativeQuery(query, Object[].class)
                .setParameter("id", purchase.id())
                .setTupleTransformer(
                        (row, columns) -> new Bought((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3]))
                .uniqueResultOptional()
                .orElseThrow(() -> Refusal.notFound(purchase.kind().toString()));
    }
}
