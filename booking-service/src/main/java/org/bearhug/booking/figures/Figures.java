package org.bearhug.booking.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** Counts anew each time: what is stored nowhere cannot be wrong. However many sessions there are, it takes three queries. */
@ApplicationScoped
class Figures {

    private static final String SESSIONS =
            """
            SELECT s.id, s.starts_at, s.local_start, s.time_zone, s.state, seats.intended, seats.taken,
                   count(p.id) FILTER (WHERE a.attendance = 'PRESENT'), count(p.id) FILTER (WHERE a.attendance = 'ABSENT')
              FROM class_session s
              JOIN seats ON seats.session_id = s.id
              LEFT JOIN attendance a ON a.session_id = s.id
              LEFT JOIN place p ON p.id = a.place_id AND p.state = 'CONFIRMED'
             WHERE s.block_id = :block
             GROUP BY s.id, seats.session_id
             ORDER BY s.starts_at, s.id""";

    /** One family's credit pays no other family's debt, so balances are summed up by their sign. */
    private static final String INCOME =
            """
            WITH booked AS (
                SELECT id FROM booking WHERE block_id = :block
                UNION
                SELECT b.id FROM booking b JOIN class_session s ON s.id = b.session_id WHERE s.block_id = :block
            ), summed AS (
                SELECT m.currency, sum(m.amount) AS balance,
                       sum(m.amount) FILTER (WHERE m.kind = 'CHARGE') AS charged,
                       sum(m.amount) FILTER (WHERE m.kind = 'CREDIT') AS credited,
                       sum(m.amount) FILTER (WHERE m.kind = 'PAYMENT') AS paid,
                       sum(m.amount) FILTER (WHERE m.kind = 'REFUND') AS refunded
                  FROM booked JOIN money_entry m ON m.booking_id = booked.id
                 GROUP BY m.booking_id, m.currency
            )
            SELECT currency, coalesce(sum(charged), 0)::bigint, -coalesce(sum(credited), 0)::bigint,
                   -coalesce(sum(paid), 0)::bigint, coalesce(sum(refunded), 0)::bigint,
                   sum(greatest(balance, 0))::bigint, sum(greatest(-balance, 0))::bigint
              FROM summed
             GROUP BY currency
             ORDER BY currency""";

    @Inject
    Session database;

    @Inject
    Timetable timetable;

    /**
     * One's own block in numbers.
     *
     * @throws Refusal 404 for another instructor's
     */
    @Transactional
    FiguresView of(UUID instructor, UUID block) {
        timetable.courseOfTaughtBlock(instructor, block).orElseThrow(() -> Refusal.notFound("block"));
        List<FiguresView.OfSession> sessions = database.createNativeQuery(SESSIONS, Object[].class)
                .setParameter("block", block)
                .setTupleTransformer((row, columns) -> FiguresView.OfSession.of(row))
                .getResultList();
        List<FiguresView.Income> income = database.createNativeQuery(INCOME, Object[].class)
                .setParameter("block", block)
                .setTupleTransformer((row, columns) -> FiguresView.Income.of(row))
                .getResultList();
        return FiguresView.of(block, sessions, income);
    }
}
