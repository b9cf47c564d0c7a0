package org.bearhug.booking.desk;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong while bookings share a commit, or have one of their own. */
@QuarkusTest
class SharedCommitTest {

    @Inject
    Given given;

    @Inject
    DeskJobs desk;

    @Inject
    DataSource database;

    @Inject
    PlainBookings plain;

    @Inject
    KnownWorld world;

    @Inject
    WishSheet sheet;

    @Inject
    TakeAll statement;

    @Inject
    Clock clock;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        desk.shareCommits(true);
        block = given.block().ofSessions(1).seats(100).published();
    }

    @AfterEach
    void reset_the_clock() {
        given.sql().change("DROP TRIGGER IF EXISTS poisoned ON place");
        TestClock.reset();
    }

    @Test
    void the_one_that_spoils_the_statement_is_found_and_the_others_are_booked() {
        List<PlainBooking> bookings = bookings(3);
        poison(bookings.get(1).asking().wanted().childIds().get(0));

        // The control: together they all fail, and nothing is written.
        assertThatThrownBy(() -> atOnce(bookings)).isInstanceOf(SQLException.class);
        assertThat(given.taken(block)).containsExactly(0);

        assertThat(Plainly.together(bookings.toArray(PlainBooking[]::new)))
                .containsExactly("201", "PSQLException", "201");
        assertThat(given.taken(block)).containsExactly(2);
        assertThat(given.places(block)).containsExactly(2L);
    }

    @Test
    void words_of_any_kind_arrive_as_they_are() {
        String title = "Babies' \"first\" {massage}, NULL \\ \u00e9t\u00e9";
        given.sql().change("UPDATE class_session SET title = ? WHERE id = ?", title, block.session(0));
        PlainBooking asked = bookings(1).get(0);

        assertThat(Plainly.together(asked)).containsExactly("201");
        assertThat(given.sql().<String>one("SELECT title FROM booking WHERE id = ?", asked.id()))
                .isEqualTo(title);
    }

    @Test
    void keys_are_looked_up_one_by_one() {
        PlainBooking first = bookings(1).get(0);
        PlainBooking second = bookings(1).get(0);
        assertThat(Plainly.together(first)).containsExactly("201");
        Wanted another =
                new Wanted(null, block.session(0), first.asking().wanted().childIds());
        PlainBooking again = first.onceMore();

        assertThat(Plainly.together(
                        again,
                        second,
                        Plainly.asked(first.carer(), second.claim().key(), another)))
                .containsExactly("201", "201", "already-booked");

        assertThat(again.answer().join().getEntity())
                .isEqualTo(first.answer().join().getEntity());
        assertThat(again.answer().join().getHeaderString("Idempotent-Replayed")).isEqualTo("true");
        assertThat(Plainly.together(
                        Plainly.asked(first.carer(), first.claim().key(), another),
                        bookings(1).get(0)))
                .containsExactly("idempotency-key-reused", "201");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobody_is_answered_before_the_commit_and_a_second_request_with_the_key_is_told_so(boolean shared)
            throws Exception {
        desk.shareCommits(shared);
        List<PlainBooking> bookings = bookings(2);
        List<CompletableFuture<?>> answers;
        try (Connection other = locked()) {
            answers = bookings.stream()
                    .<CompletableFuture<?>>map(asked -> plain.book(asked).toCompletableFuture())
                    .toList();
            await().until(() -> waiting() == (shared ? 1 : 2));
            assertThat(Plainly.outcome(ask(bookings.get(0).onceMore()))).isEqualTo("idempotency-key-in-use");
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            other.rollback();
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        assertThat(given.taken(block)).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_dies_before_its_commit_was_answered_to_nobody_and_a_retry_books_once(boolean shared) throws Exception {
        desk.shareCommits(shared);
        PlainBooking asked = bookings(1).get(0);
        try (Connection other = locked()) {
            plain.book(asked);
            await().until(() -> waiting() > 0);
            given.sql()
                    .change("DO $$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE wait_event_type = 'Lock' AND query LIKE '%SELECT w.*,%'; END $$");
            assertThat(Plainly.outcome(asked)).isEqualTo("PSQLException");
            other.rollback();
        }
        assertThat(given.taken(block)).containsExactly(0);

        assertThat(Plainly.together(asked.onceMore())).containsExactly("201");
        assertThat(Plainly.together(asked.onceMore())).containsExactly("201");
        assertThat(given.taken(block)).containsExactly(1);
    }

    /** The control: who answers before the commit has promised what is not there after a crash. */
    @Test
    void an_answer_before_the_commit_would_be_lost() throws Exception {
        PlainBooking asked = bookings(1).get(0);
        try (Connection dying = database.getConnection()) {
            dying.setAutoCommit(false);
            try (PreparedStatement take =
                    dying.prepareStatement("UPDATE seats SET taken = taken + 1 WHERE session_id = ?")) {
                take.setObject(1, block.session(0));
                assertThat(take.executeUpdate()).isEqualTo(1);
            }
            asked.answer().complete(jakarta.ws.rs.core.Response.status(201).build());
            dying.rollback();
        }
        assertThat(Plainly.outcome(asked)).isEqualTo("201");
        assertThat(given.taken(block)).containsExactly(0);
    }

    @Test
    void when_too_many_wait_the_next_is_sent_away_and_who_waits_is_served() throws Exception {
        PlainBooking first = bookings(1).get(0);
        UUID child = cara.child("Mia", 10);
        given.known(child);
        List<PlainBooking> queue = IntStream.range(0, 1500)
                .mapToObj(nth -> nth == 0
                        ? first
                        : Plainly.asked(
                                first.carer(), "key" + nth, first.asking().wanted()))
                .toList();
        try (Connection other = locked()) {
            queue.forEach(this::ask);
            await().until(() -> waiting() > 0);

            Response sentAway = cara.bookBlock(block.id(), child);

            assertThat(sentAway.statusCode()).isEqualTo(503);
            assertThat(sentAway.jsonPath().getString("code")).isEqualTo("service-unavailable");
            assertThat(sentAway.header("Retry-After")).isEqualTo("2");
            other.rollback();
        }
        List<String> outcomes = queue.stream().map(Plainly::outcome).toList();
        assertThat(outcomes).filteredOn("201"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("already-booked"::equals).hasSizeGreaterThan(900);
        assertThat(outcomes).filteredOn("service-unavailable"::equals).isNotEmpty();
        assertThat(cara.bookBlock(block.id(), child).statusCode()).isEqualTo(201);
    }

    private PlainBooking ask(PlainBooking asked) {
        plain.book(asked).whenComplete((answer, refusal) -> {
            if (refusal != null) {
                asked.fail(refusal instanceof CompletionException ? refusal.getCause() : refusal);
            }
        });
        return asked;
    }

    private void atOnce(List<PlainBooking> bookings) throws SQLException {
        var now = clock.instant().truncatedTo(MICROS);
        statement.atOnce(sheet.of(world.understand(bookings, now), now));
    }

    /** A connection that keeps the seats of the block from everybody else. */
    private Connection locked() throws SQLException {
        Connection other = database.getConnection();
        other.setAutoCommit(false);
        try (PreparedStatement lock =
                other.prepareStatement("SELECT FROM seats WHERE session_id = ? FOR NO KEY UPDATE")) {
            lock.setObject(1, block.session(0));
            lock.execute();
        }
        return other;
    }

    private long waiting() {
        return given.sql()
                .<Long>one("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE"
                        + " '%SELECT w.*,%' AND pid <> pg_backend_pid()");
    }

    private void poison(UUID child) {
        given.sql()
                .change("CREATE OR REPLACE FUNCTION poisoned() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$");
        given.sql()
                .change("CREATE TRIGGER poisoned BEFORE INSERT ON place FOR EACH ROW WHEN (NEW.child_id = '" + child
                        + "') EXECUTE FUNCTION poisoned()");
    }

    private List<PlainBooking> bookings(int number) {
        return IntStream.range(0, number)
                .mapToObj(nth -> {
                    Carer carer = Carer.fresh();
                    UUID child = carer.child("Mia", 10);
                    given.known(child);
                    return Plainly.asked(
                            carer.id(), UUID.randomUUID().toString(), new Wanted(block.id(), null, List.of(child)));
                })
                .toList();
    }
}
