package org.bearhug.booking.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/** The vouchers of who is erased are withdrawn, and their codes are words of theirs no more. */
@ApplicationScoped
class ErasedGivers implements PersonalData.Forgetting {

    private static final String WITHDRAW =
            """
            UPDATE voucher
               SET code = 'FORMER-' || upper(right(CAST(id AS text), 12)), withdrawn_at = coalesce(withdrawn_at, :now)
             WHERE instructor_id = :id""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    @Override
    public void forget(UUID account) {
        database.createNativeMutationQuery(WITHDRAW)
                .setParameter("id", account)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
