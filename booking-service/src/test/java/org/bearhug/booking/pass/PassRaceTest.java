package org.bearhug.booking.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.desk.DeskJobs;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once want the last unit of a pass, or one more pass that nobody has paid; and what they would do without a lock. */
@QuarkusTest
class PassRaceTest {

    @Inject
    Given given;

    @Inject
    DeskJobs desk;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private UUID ben;

    @BeforeEach
    void a_class_and_two_children() {
        given.a_week_before();
        block = given.block().ofSessions(3).published();
        mia = cara.child("Mia", 10);
        ben = cara.child("Ben", 10);
        given.known(mia, ben);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_last_unit_goes_to_exactly_one_of_many_bookings(boolean sharedCommits) {
        desk.shareCommits(sharedCommits);
        String pass = Sold.bought(cara, Sold.offer(Map.of("units", 1)));

        List<Integer> answers = Race.of(
                6,
                nth -> () -> cara.book(
                                UUID.randomUUID().toString(),
                                Map.of(
                                        "sessionId",
                                        block.session(nth % 3),
                                        "childIds",
                                        List.of(nth < 3 ? mia : ben),
                                        "passId",
                                        pass))
                        .statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(given.taken(block).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1);
        assertThat(used(pass)).isEqualTo(1);
        assertThat(unitsInUse(pass)).isEqualTo(1);
        assertThatThrownBy(
                        () -> given.sql().change("UPDATE pass SET used = used + 1 WHERE id = ?", UUID.fromString(pass)))
                .hasStackTraceContaining("never_more_units_than_there_are");
    }

    @Test
    void without_the_lock_two_who_look_before_they_write_use_the_last_unit_twice() {
        UUID pass = UUID.fromString(Sold.bought(cara, Sold.offer(Map.of("units", 1))));
        List<UUID> bookings = List.of(booked(0), booked(1));
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);

        Race.of(
                2,
                nth -> () -> QuarkusTransaction.requiringNew().call(() -> {
                    int seen = used(pass.toString());
                    bothHaveLooked.await(20, TimeUnit.SECONDS);
                    if (seen < 1) {
                        given.sql().change("UPDATE pass SET used = ? WHERE id = ?", seen + 1, pass);
                        given.sql()
                                .change(
                                        "INSERT INTO pass_use (booking_id, pass_id, units) VALUES (?, ?, 1)",
                                        bookings.get(nth),
                                        pass);
                    }
                    return nth;
                }));

        assertThat(used(pass.toString())).isEqualTo(1);
        assertThat(unitsInUse(pass.toString())).isEqualTo(2);
    }

    @Test
    void a_carer_who_buys_many_at_once_has_three_that_are_not_paid() {
        String offer = Sold.offer(Map.of());

        List<Integer> answers = Race.of(
                8,
                nth -> () -> cara.asks()
                        .body(Map.of("offerId", offer))
                        .post("/v1/passes")
                        .statusCode());

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(answers).containsOnly(201, 409);
        assertThat(unpaid()).isEqualTo(3);
    }

    @Test
    void without_the_lock_two_who_count_before_they_buy_have_one_too_many() {
        String offer = Sold.offer(Map.of());
        String first =
                cara.asks().body(Map.of("offerId", offer)).post("/v1/passes").path("id");
        cara.asks().body(Map.of("offerId", offer)).post("/v1/passes").then().statusCode(201);
        CyclicBarrier bothHaveCounted = new CyclicBarrier(2);

        Race.of(
                2,
                nth -> () -> QuarkusTransaction.requiringNew().call(() -> {
                    long counted = unpaid();
                    bothHaveCounted.await(20, TimeUnit.SECONDS);
                    if (counted < 3) {
                        given.sql()
                                .change(
                                        """
                                        INSERT INTO pass (offer_id, instructor_id, carer_id, title, units, amount, currency,
                                               course_ids, bought_at, valid_until)
                                        SELECT offer_id, instructor_id, carer_id, title, units, amount, currency,
                                               course_ids, bought_at, valid_until
                                          FROM pass WHERE id = ?""",
                                        UUID.fromString(first));
                    }
                    return nth;
                }));

        assertThat(unpaid()).isEqualTo(4);
    }

    private UUID booked(int week) {
        return UUID.fromString(cara.bookSession(block.session(week), mia)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private int used(String pass) {
        return given.sql().one("SELECT used FROM pass WHERE id = ?", UUID.fromString(pass));
    }

    private long unitsInUse(String pass) {
        return given.sql().<Long>one("SELECT sum(units) FROM pass_use WHERE pass_id = ?", UUID.fromString(pass));
    }

    private long unpaid() {
        return given.sql().<Long>one("SELECT count(*) FROM pass WHERE carer_id = ?", cara.id());
    }
}
