package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A carer who does a lot at once has no more open than allowed; and would have without the lock. */
@QuarkusTest
class LimitsRaceTest {

    private static final int AT_ONCE = 6;

    @Inject
    Given given;

    @Inject
    DataSource database;

    @Inject
    DeskJobs desk;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;

    @BeforeEach
    void many_sessions() {
        given.a_week_before();
        block = given.block().ofSessions(36).ages(0, 200).published();
        mia = cara.child("Mia", 10);
        given.known(mia);
    }

    @Test
    void of_many_holds_at_once_one_is_the_last() {
        race(9, week -> cara.holdSession(block.session(week), mia));

        assertThat(count("hold")).isEqualTo(10);
    }

    @Test
    void of_many_who_join_lines_at_once_one_is_the_last() {
        race(19, week -> cara.waitForSession(block.session(week), mia));

        assertThat(count("waitlist_entry")).isEqualTo(20);
    }

    /** Some are held before, others are not; they share commits, or have one each. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_many_unpaid_bookings_at_once_one_is_the_last(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        String[] held = new String[AT_ONCE];
        for (int nth = 0; nth < AT_ONCE; nth += 2) {
            held[nth] = cara.holdSession(block.session(29 + nth), mia)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        race(
                29,
                week -> week >= 29 && held[week - 29] != null
                        ? cara.bookHeld(held[week - 29])
                        : cara.bookSession(block.session(week), mia));

        assertThat(count("payment")).isEqualTo(30);
    }

    /** So many that one more is allowed, and then many at once. */
    private void race(int before, IntFunction<Response> deed) {
        for (int nth = 0; nth < before; nth++) {
            deed.apply(nth).then().statusCode(201);
        }
        List<Integer> answers =
                Race.of(AT_ONCE, nth -> () -> deed.apply(before + nth).statusCode());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    /** The control: a lock that is taken within a statement does not show it what was committed while it waited. */
    @Test
    void a_statement_that_locks_and_counts_by_itself_misses_what_it_waited_for() throws Exception {
        String naive =
                """
                WITH locked AS MATERIALIZED (
                    SELECT pg_advisory_xact_lock(hashtextextended('unpaid ' || carer, 0)) FROM unnest(ARRAY[?]) AS carer)
                SELECT count(payment.id) FROM locked LEFT JOIN payment ON carer_id = ? AND state = 'DUE'""";
        String first = "SELECT unpaid_under_lock(?)";

        assertThat(countedAfterAnother("payment", first, naive, cara.id(), cara.id()))
                .isEqualTo(0);
        assertThat(countedAfterAnother("payment", first, first, cara.id())).isEqualTo(2);
    }

    @Test
    void what_was_held_while_a_statement_waited_is_counted_by_it() throws Exception {
        String naive =
                """
                WITH locked AS MATERIALIZED (
                    SELECT pg_advisory_xact_lock(hashtextextended('holds ' || carer, 0)) FROM unnest(ARRAY[?]) AS carer)
                SELECT count(hold.id) FROM locked LEFT JOIN hold ON carer_id = ?""";
        String counting = "SELECT holds_under_lock(?, '{}', '{}', '-infinity')";

        assertThat(countedAfterAnother("hold", counting, naive, cara.id(), cara.id()))
                .isEqualTo(0);
        assertThat(countedAfterAnother("hold", counting, counting, cara.id())).isEqualTo(2);
    }

    /** What this says that waits while somebody else, who has the lock, has one more of them. */
    private long countedAfterAnother(String table, String locking, String query, Object... parameters)
            throws Exception {
        UUID one = UUID.fromString(made(table, (int) count(table) + 1).path("id"));
        String key = table.equals("hold") ? "id" : "booking_id";
        String row = given.sql().one("SELECT to_jsonb(t)::text FROM " + table + " t WHERE " + key + " = ?", one);
        if (table.equals("hold")) {
            given.sql().change("UPDATE hold SET carer_id = uuidv7() WHERE id = ?", one);
        } else {
            given.sql().change("DELETE FROM payment WHERE booking_id = ?", one);
        }
        try (Connection first = database.getConnection()) {
            first.setAutoCommit(false);
            try (PreparedStatement locks = first.prepareStatement(locking);
                    PreparedStatement writes = first.prepareStatement(
                            table.equals("hold")
                                    ? "UPDATE hold SET carer_id = (?::jsonb ->> 'carer_id')::uuid WHERE id = '" + one
                                            + "'"
                                    : "INSERT INTO payment SELECT (jsonb_populate_record(NULL::payment, ?::jsonb)).*")) {
                locks.setObject(1, cara.id());
                locks.execute();
                writes.setString(1, row);
                writes.execute();
                CompletableFuture<Long> second =
                        CompletableFuture.supplyAsync(() -> given.sql().<Long>one(query, parameters));
                await().until(() ->
                        given.sql().<Long>one("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'")
                                > 0);
                first.commit();
                return second.get(20, TimeUnit.SECONDS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "waitlist_entry", "payment"})
    void without_the_lock_two_who_count_before_they_write_have_one_too_many(String table) {
        int limit = 1;
        CyclicBarrier bothHaveCounted = new CyclicBarrier(2);
        List<String> two =
                IntStream.range(0, 2).mapToObj(nth -> madeAndTaken(table, nth)).toList();

        Race.of(
                2,
                nth -> () -> QuarkusTransaction.requiringNew().call(() -> {
                    long counted = count(table);
                    bothHaveCounted.await(20, TimeUnit.SECONDS);
                    if (counted < limit) {
                        write(table, two.get(nth));
                    }
                    return nth;
                }));

        assertThat(count(table)).isEqualTo(limit + 1);
    }

    /** One as the service makes it, which is not the carer's any more. */
    private String madeAndTaken(String table, int week) {
        made(table, week).then().statusCode(201);
        String row = given.sql().one("SELECT to_jsonb(t)::text FROM " + table + " t WHERE carer_id = ?", cara.id());
        // A booking has one payment under way.
        String taking =
                table.equals("payment") ? "DELETE FROM payment" : "UPDATE " + table + " SET carer_id = uuidv7()";
        given.sql().change(taking + " WHERE carer_id = ?", cara.id());
        return row;
    }

    private Response made(String table, int week) {
        return switch (table) {
            case "hold" -> cara.holdSession(block.session(week), mia);
            case "waitlist_entry" -> cara.waitForSession(block.session(week), mia);
            default -> cara.bookSession(block.session(week), mia);
        };
    }

    /** One more like this. */
    private void write(String table, String like) {
        given.sql()
                .change(
                        """
                        INSERT INTO %1$s OVERRIDING SYSTEM VALUE
                        SELECT (jsonb_populate_record(NULL::%1$s, ?::jsonb || jsonb_build_object('id', uuidv7()))).*"""
                                .formatted(table),
                        like);
    }

    private long count(String table) {
        return given.sql().<Long>one("SELECT count(*) FROM " + table + " WHERE carer_id = ?", cara.id());
    }
}
