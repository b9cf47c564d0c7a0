package org.bearhug.booking.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.testing.Sql;

/** Writes a {@link RealCourse} where the feeds would have written it, and clears it away. */
record Scenery(Sql sql, RealCourse course) {

    void set(House house) {
        IntStream.range(0, Desk.SESSIONS).forEach(session -> schedule(session, house));
        IntStream.range(0, 2).forEach(block -> publish(block, house));
        IntStream.range(0, Desk.FAMILIES).forEach(this::moveIn);
        sell(house);
        Stream.of(Pass.Offer.values()).forEach(this::sell);
        IntStream.range(0, Desk.FAMILIES).forEach(this::give);
    }

    private void schedule(int session, House house) {
        Instant start = Desk.start(session);
        sql.change(
                """
                WITH seats AS (
                    INSERT INTO seats (session_id, intended, capacity, session_version) VALUES (?, ?, ?, 1))
                INSERT INTO class_session (id, course_id, block_id, instructor_id, title, starts_at, ends_at, local_start,
                       time_zone, age_from_weeks, age_to_weeks, drop_in_amount, drop_in_minimum, currency, state, published,
                       version)
                VALUES (?, ?, ?, ?, 'Modelled', ?, ?, ?, 'Europe/London', ?, ?, ?, ?, 'GBP', 'SCHEDULED', true, 1)""",
                course.sessions.get(session),
                Desk.SEATS,
                Desk.SEATS,
                course.sessions.get(session),
                course.id(),
                course.blocks.get(session / 2),
                course.id(),
                Timestamp.from(start),
                Timestamp.from(start.plusSeconds(3600)),
                LocalDateTime.ofInstant(start, ZoneOffset.UTC),
                Desk.AGE_FROM_WEEKS,
                Desk.AGE_TO_WEEKS,
                house.list(session + 2),
                house.minimum(session + 2));
    }

    private void publish(int block, House house) {
        sql.change(
                """
                INSERT INTO class_block (id, course_id, instructor_id, state, session_ids, price_amount, minimum_amount,
                       early_amount, early_until, currency, sibling_percent, pro_rata, version)
                VALUES (?, ?, ?, 'PUBLISHED', ARRAY[?, ?]::uuid[], ?, ?, ?, ?, 'GBP', ?, ?, 1)""",
                course.blocks.get(block),
                course.id(),
                course.id(),
                course.sessions.get(2 * block),
                course.sessions.get(2 * block + 1),
                house.list(block),
                house.minimum(block),
                house.early(block),
                house.early(block) == null ? null : House.EARLY_UNTIL,
                House.SIBLING_PERCENT,
                house.isProRata(block));
        course.promise(block, Policy.FIRST);
    }

    private void moveIn(int family) {
        UUID carer = course.carers.get(family).id();
        course.children
                .get(family)
                .forEach(child -> sql.change(
                        """
                        INSERT INTO child (id, carer_id, carer_ids, name, born_on, erased, version)
                        VALUES (?, ?, ARRAY[?]::uuid[], 'Child', ?, false, 1)""",
                        child,
                        carer,
                        carer,
                        Desk.Born.OF_AGE.day));
    }

    private void sell(House house) {
        sql.change(
                """
                WITH rules AS (
                    INSERT INTO payment_rules (account_id, due_days, expire_after_days) VALUES (?, ?, ?))
                INSERT INTO voucher (instructor_id, code, percent, amount, currency, uses, course_ids, made_at)
                VALUES (?, ?, ?, ?, ?, ?, '{}', now())""",
                course.id(),
                House.DUE_DAYS,
                house.lapses() ? House.LAPSE_DAYS : null,
                course.id(),
                Desk.VOUCHER,
                house.sumOff() ? null : House.VOUCHER_PERCENT,
                house.sumOff() ? House.VOUCHER_SUM : null,
                house.sumOff() ? "GBP" : null,
                Desk.VOUCHERS);
    }

    private void sell(Pass.Offer offer) {
        sql.change(
                """
                INSERT INTO pass_offer (id, instructor_id, title, units, amount, currency, valid_weeks, course_ids, made_at)
                VALUES (?, ?, 'Pass', ?, ?, 'GBP', ?, '{}', now())""",
                course.passOffer(offer),
                course.id(),
                Desk.UNITS,
                offer.price,
                offer.weeks);
    }

    private void give(int family) {
        Pass pass = new Pass(family, Pass.Offer.FREE, Desk.OPENS);
        sql.change(
                """
                INSERT INTO pass (id, offer_id, instructor_id, carer_id, title, units, amount, currency, course_ids,
                       bought_at, valid_until)
                VALUES (?, ?, ?, ?, 'Pass', ?, ?, 'GBP', '{}', ?, ?)""",
                course.passes.get(family),
                course.passOffer(pass.offer),
                course.id(),
                course.carers.get(family).id(),
                Desk.UNITS,
                pass.offer.price,
                Timestamp.from(pass.bought),
                Timestamp.from(pass.until()));
    }

    /** Leaves nothing behind that jobs of other tests would stumble over, or the same people on another day. */
    void clear() {
        sql.change(
                """
                WITH session AS (SELECT unnest(CAST(? AS uuid[])) AS id),
                     kept AS (DELETE FROM held_seat WHERE session_id IN (SELECT id FROM session)),
                     wanted AS (DELETE FROM waitlist_seat WHERE session_id IN (SELECT id FROM session)),
                     rules AS (DELETE FROM payment_rules WHERE account_id = ?),
                     due AS (UPDATE payment
                                SET state = CASE state WHEN 'DUE' THEN 'SETTLED' ELSE 'EXPIRED' END
                              WHERE instructor_id = ? AND state IN ('DUE', 'OPENING', 'OPEN')),
                     refunds AS (UPDATE refund SET state = 'FAILED'
                                  WHERE state = 'WANTED'
                                    AND payment_id IN (SELECT id FROM payment WHERE instructor_id = ?)),
                     line AS (UPDATE waitlist_entry SET state = 'LEFT'
                               WHERE course_id = ? AND state IN ('WAITING', 'OFFERED')),
                     passes AS (UPDATE pass SET carer_id = uuidv7() WHERE instructor_id = ?),
                     letters AS (DELETE FROM letter WHERE account_id = ANY(?))
                UPDATE seats SET held = 0, offered = 0 WHERE session_id IN (SELECT id FROM session)""",
                course.sessions.toArray(UUID[]::new),
                course.id(),
                course.id(),
                course.id(),
                course.id(),
                course.id(),
                Stream.concat(Stream.of(course.instructor()), course.carers.stream())
                        .map(RealCourse.Account::id)
                        .toArray(UUID[]::new));
    }
}
