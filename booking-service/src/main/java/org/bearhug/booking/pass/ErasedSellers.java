package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/** Who is erased sells no passes any more, and what was sold has no words of theirs; its numbers stay. */
@ApplicationScoped
class ErasedSellers implements PersonalData.Forgetting {

    private static final String WITHDRAW =
            """
            UPDATE pass_offer
               SET title = 'A former pass', withdrawn_at = coalesce(withdrawn_at, :now)
             WHERE instructor_id = :id""";

    private static final String FORGET = "UPDATE pass SET title = 'A former pass' WHERE instructor_id = :id";

    @Inject
    Session database;

    @Inject
    Clock clock;

    @Override
    public void forget(UUID instructor) {
        database.createNativeMutationQuery(WITHDRAW)
                .setParameter("id", instructor)
                .setParameter("now", clock.instant())
                .executeUpdate();
        database.createNativeMutationQuery(FORGET)
                .setParameter("id", instructor)
                .executeUpdate();
    }
}
