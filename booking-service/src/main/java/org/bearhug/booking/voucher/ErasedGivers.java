package org.bearhug.booking.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/** The vouchers of who is erased are withdrawn, and their codes are words of theirs no more. */
@ApplicationScoped
class ErasedGivers implements FeedConsumer.Handler {

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
    public String feed() {
        return "user-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("account.erased")) {
            database.createNativeMutationQuery(WITHDRAW)
                    .setParameter("id", UUID.fromString(event.subject()))
                    .setParameter("now", clock.instant())
                    .executeUpdate();
        }
    }
}
