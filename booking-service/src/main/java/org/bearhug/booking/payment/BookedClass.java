package org.bearhug.booking.payment;

import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** Whose booking it is, and whose class. */
record BookedClass(UUID carer, UUID instructor, String title, String currency) {

    private static final String BOOKED =
            """
            SELECT b.carer_id, coalesce(c.instructor_id, s.instructor_id), b.title, b.currency
              FROM booking b
              LEFT JOIN class_block c ON c.id = b.block_id
              LEFT JOIN class_session s ON s.id = b.session_id
             WHERE b.id = :id""";

    /** @throws Refusal 404 */
    static BookedClass of(Session database, UUID booking) {
        return database.createNativeQuery(BOOKED, Object[].class)
                .setParameter("id", booking)
                .setTupleTransformer((row, columns) ->
                        new BookedClass((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3]))
                .uniqueResultOptional()
                .orElseThrow(() -> Refusal.notFound("booking"));
    }
}
