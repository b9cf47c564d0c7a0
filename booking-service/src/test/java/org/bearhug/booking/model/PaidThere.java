package org.bearhug.booking.model;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.testing.Sql;

/** A payment as the service knows it. */
record PaidThere(UUID id, String provider, String state, String page, String intent, String dispute, long left) {

    /** The newest of a booking, or of a pass, that is such. */
    static Optional<PaidThere> latest(Sql sql, UUID bought, String which) {
        return sql
                .rows(
                        """
                        SELECT *,
                               amount - (SELECT coalesce(sum(r.amount), 0)::bigint FROM refund r
                                          WHERE r.payment_id = p.id AND r.state = 'SUCCEEDED') AS left_there
                          FROM payment p
                         WHERE ? IN (booking_id, pass_id) AND %s
                         ORDER BY id DESC LIMIT 1"""
                                .formatted(which),
                        bought)
                .stream()
                .map(PaidThere::of)
                .findFirst();
    }

    private static PaidThere of(Map<String, Object> row) {
        return new PaidThere(
                (UUID) row.get("id"),
                (String) row.get("provider"),
                (String) row.get("state"),
                (String) row.get("session_ref"),
                (String) row.get("intent_ref"),
                (String) row.get("dispute"),
                (Long) row.get("left_there"));
    }

    boolean isOnline() {
        return provider.equals("STRIPE");
    }

    boolean isPaid() {
        return state.equals("PAID");
    }
}
