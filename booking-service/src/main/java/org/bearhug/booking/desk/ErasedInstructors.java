package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/**
 * An instructor's own words may stand in the title of what was booked, held, waited for or earned, and in the lines of
 * its price: they go when the instructor is erased, also from answers that are kept for retries.
 */
@ApplicationScoped
class ErasedInstructors implements PersonalData.Forgetting {

    private static final String TAUGHT =
            """
            SELECT id FROM class_block WHERE instructor_id = :id UNION SELECT id FROM class_session WHERE instructor_id = :id""";

    private static final List<String> FORGET = List.of(
            """
            UPDATE booking SET title = 'A former course', version = version + 1,
                   line_texts = array_fill(NULL::text, ARRAY[cardinality(line_codes)])
             WHERE block_id = ANY(:taught) OR session_id = ANY(:taught)""",
            """
            UPDATE hold SET title = 'A former course',
                   line_texts = array_fill(NULL::text, ARRAY[cardinality(line_codes)])
             WHERE block_id = ANY(:taught) OR session_id = ANY(:taught)""",
            """
            UPDATE waitlist_entry SET title = 'A former course', version = version + 1
             WHERE block_ids && :taught OR session_id = ANY(:taught)""",
            "UPDATE make_up_credit SET title = 'A former course' WHERE block_id = ANY(:taught)");

    @Inject
    Session database;

    @Inject
    Idempotency idempotency;

    @Override
    public void forget(UUID account) {
        forget(database.createNativeQuery(TAUGHT, UUID.class)
                .setParameter("id", account)
                .getResultList());
    }

    private void forget(List<UUID> taught) {
        FORGET.forEach(statement -> database.createNativeMutationQuery(statement)
                .setParameter("taught", taught.toArray(UUID[]::new))
                .executeUpdate());
        idempotency.forget(taught);
    }
}
