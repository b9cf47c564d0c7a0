package org.bearhug.booking.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;

/** Looks over everything that is kept under a person's id. */
@ApplicationScoped
@Path("/v1/accounts/{id}")
@Tag(name = "privacy")
class HeldData extends PersonalData {

    /** The children also where another carer stands first; a booking's title says what was booked. */
    private static final String HELD =
            """
            SELECT (held_about(:id, '{account_id,carer_id}') || jsonb_build_object(
                'carer', (SELECT jsonb_agg(to_jsonb(c)) FROM carer c WHERE c.id = :id),
                'money_entry', (SELECT jsonb_agg(to_jsonb(m)) FROM money_entry m
                                 WHERE m.booking_id IN (SELECT b.id FROM booking b WHERE b.carer_id = :id)
                                    OR m.pass_id IN (SELECT p.id FROM pass p WHERE p.carer_id = :id)),
                'pass_use', (SELECT jsonb_agg(to_jsonb(u)) FROM pass_use u JOIN pass p ON p.id = u.pass_id
                              WHERE p.carer_id = :id),
                'voucher', (SELECT jsonb_agg(to_jsonb(v)) FROM voucher v WHERE v.instructor_id = :id),
                'announcement', (SELECT jsonb_agg(to_jsonb(a)) FROM announcement a WHERE a.instructor_id = :id),
                'pass_offer', (SELECT jsonb_agg(to_jsonb(o)) FROM pass_offer o WHERE o.instructor_id = :id),
                'webhook_endpoint', (SELECT jsonb_agg(to_jsonb(w)) FROM webhook_endpoint w WHERE w.instructor_id = :id),
                'refund', (SELECT jsonb_agg(to_jsonb(r)) FROM refund r JOIN payment p ON p.id = r.payment_id
                            WHERE p.carer_id = :id),
                'noted_by_hand', (SELECT jsonb_agg(to_jsonb(h)) FROM payment_by_hand h WHERE h.noted_by = :id),
                'shared_children', (SELECT jsonb_agg(to_jsonb(c)) FROM child c WHERE c.carer_ids @> ARRAY[:id])))::text""";

    private static final String ERASURE =
            """
            SELECT jsonb_build_object(
                       'bookingsKept', (SELECT count(*) FROM booking WHERE carer_id = e.account_id),
                       'placesKept', (SELECT count(*) FROM place WHERE carer_id = e.account_id),
                       'childrenWithoutName', (SELECT count(*) FROM child WHERE carer_id = e.account_id AND erased),
                       'seatsToComeStillHeld',
                       (SELECT count(*)
                          FROM place p
                          JOIN child c ON c.id = p.child_id AND c.erased AND c.carer_id = e.account_id
                          JOIN class_session s ON s.id = p.session_id AND s.starts_at > :now
                         WHERE p.state = 'CONFIRMED'),
                       'namesLeft',
                       (SELECT count(*) FROM carer WHERE id = e.account_id AND num_nonnulls(name, email) > 0)
                       + (SELECT count(*) FROM child WHERE carer_id = e.account_id AND name IS NOT NULL))::text
              FROM erased_account e
             WHERE e.account_id = :id""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    @Override
    @Transactional
    protected String held(UUID account) {
        return database.createNativeQuery(HELD, String.class)
                .setParameter("id", account)
                .getSingleResult();
    }

    @Override
    @Transactional
    protected Optional<String> left(UUID account) {
        return database.createNativeQuery(ERASURE, String.class)
                .setParameter("id", account)
                .setParameter("now", clock.instant())
                .uniqueResultOptional();
    }
}
