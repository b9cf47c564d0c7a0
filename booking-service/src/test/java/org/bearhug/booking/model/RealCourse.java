package org.bearhug.booking.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.Tokens;

/** What a {@link RealDesk} sells and to whom, written where the feeds would have written it. */
final class RealCourse {

    /** Somebody with an account, and a token for it. */
    record Account(UUID id, String token) {
        static Account of(Person person, UUID id) {
            return new Account(
                    id, Tokens.forPerson(person).claim("sub", id.toString()).good());
        }
    }

    /** The same people each day, for it takes a fifth of a day to sign tokens for others. */
    private static final List<UUID> CARERS = ids(Desk.FAMILIES);

    private final House house;
    private final Sql sql;
    private final RealState state;
    private final Account instructor = Account.of(Person.INES, UUID.randomUUID());
    private final UUID id = instructor.id();
    final List<UUID> blocks = ids(2);
    final List<UUID> sessions = ids(Desk.SESSIONS);
    final List<UUID> passOffers = ids(Pass.Offer.values().length);
    final List<UUID> passes = ids(Desk.FAMILIES);
    final List<Account> carers =
            CARERS.stream().map(id -> Account.of(Person.CARA, id)).toList();
    final List<List<UUID>> children = IntStream.range(0, Desk.FAMILIES)
            .mapToObj(family -> ids(Desk.children(family)))
            .toList();
    private final AtomicLong version = new AtomicLong(1);

    RealCourse(House house, Sql sql) {
        this.house = house;
        this.sql = sql;
        this.state = new RealState(
                sql, id, sessions, children.stream().flatMap(List::stream).toList());
        new Scenery(sql, this).set(house);
    }

    private static List<UUID> ids(int number) {
        return Stream.generate(UUID::randomUUID).limit(number).toList();
    }

    House house() {
        return house;
    }

    Sql sql() {
        return sql;
    }

    UUID id() {
        return id;
    }

    Account instructor() {
        return instructor;
    }

    Account carer(int family) {
        return carers.get(family);
    }

    UUID block(int block) {
        return blocks.get(block);
    }

    List<UUID> sessions() {
        return sessions;
    }

    UUID passOffer(Pass.Offer offer) {
        return passOffers.get(offer.ordinal());
    }

    /** What a family wants to hold or book. */
    Map<String, Object> wish(int family, int option, Long amount, boolean voucher) {
        Map<String, Object> wish = new HashMap<>(Map.of("childIds", children.get(family)));
        wish.put(option < 2 ? "blockId" : "sessionId", option < 2 ? blocks.get(option) : sessions.get(option - 2));
        if (amount != null) {
            wish.put("amount", amount);
        }
        if (voucher) {
            wish.put("voucher", Desk.VOUCHER);
        }
        return wish;
    }

    /** What a family waits for: a session, or any of some blocks. */
    Map<String, Object> wish(int family, List<Integer> options) {
        Map<String, Object> wish = new HashMap<>(Map.of("childIds", children.get(family)));
        if (options.get(0) < 2) {
            wish.put("blockIds", options.stream().map(blocks::get).toList());
        } else {
            wish.put("sessionId", sessions.get(options.get(0) - 2));
        }
        return wish;
    }

    void callOff(List<Integer> which) {
        sql.change("UPDATE class_session SET state = 'CANCELLED', version = version + 1 WHERE id = ANY(?)", (Object)
                which.stream().map(sessions::get).toArray(UUID[]::new));
    }

    /** The order to take this capacity over, as the newest fact. */
    String intended(int session, int seats) {
        return "%s %s %d %d"
                .formatted(sessions.get(session), blocks.get(session / 2), seats, version.incrementAndGet());
    }

    void promise(int block, Policy policy) {
        sql.change(
                """
                UPDATE class_block
                   SET full_until_days = ?, part_until_days = ?, part_percent = ?, make_ups_per_block = ?, make_up_weeks = ?,
                       version = version + 1
                 WHERE id = ?""",
                policy.full(),
                policy.part(),
                policy.percent(),
                policy.makeUps(),
                policy.weeks(),
                blocks.get(block));
    }

    void born(int family, LocalDate day) {
        sql.change(
                "UPDATE child SET born_on = ?, version = version + 1 WHERE id = ?",
                day,
                children.get(family).get(0));
    }

    /** By the dates of their sessions, then by child. */
    List<UUID> places(UUID booking) {
        return state.places(booking);
    }

    /** Where an entry stands among all that were ever made. */
    Long nth(UUID entry) {
        return sql.one("SELECT nth FROM waitlist_entry WHERE id = ?", entry);
    }

    Desk.State state(List<UUID> bookings, List<UUID> entries, List<UUID> passes, Instant now) {
        return state.at(bookings, entries, passes, now);
    }

    /** What has come by Stripe and went back by Stripe, not by a bank. */
    long takings() {
        return sql.<Long>one(
                """
                WITH bought AS (SELECT id FROM booking WHERE block_id = ANY(?) OR session_id = ANY(?)
                                 UNION ALL
                                SELECT id FROM pass WHERE instructor_id = ?)
                SELECT -coalesce(sum(amount), 0)::bigint FROM money_entry
                 WHERE coalesce(booking_id, pass_id) IN (SELECT id FROM bought) AND reason IN ('paid-online', 'refunded')""",
                blocks.toArray(UUID[]::new),
                sessions.toArray(UUID[]::new),
                id);
    }

    List<String> broken(Instant now) {
        return new Invariants(sql, id, sessions).broken(now);
    }

    /** Leaves nothing behind that jobs of other tests would stumble over. */
    void close() {
        new Scenery(sql, this).clear();
    }
}
