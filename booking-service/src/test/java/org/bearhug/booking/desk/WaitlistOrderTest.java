package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.WaitingFamily;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is next. */
@QuarkusTest
class WaitlistOrderTest {

    @Inject
    Given given;

    @Inject
    Matcher matcher;

    private final Carer omar = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_block_of_two_seats() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(2).published();
    }

    @Test
    void the_first_family_that_fits_in_full_is_offered_the_seats() {
        List<String> bookings = filled();
        String two = family(2).waitsFor(block);
        String one = family(1).waitsFor(block);
        String three = family(1).waitsFor(block);

        omar.cancel(bookings.get(0)).then().statusCode(200);
        matcher.matchAll();

        assertThat(states(two, one, three)).containsExactly("WAITING", "OFFERED", "WAITING");
        omar.cancel(bookings.get(1)).then().statusCode(200);
        matcher.matchAll();
        assertThat(states(two, one, three)).containsExactly("WAITING", "OFFERED", "OFFERED");
    }

    @Test
    void the_family_that_is_first_takes_both_when_both_come_free_at_once() {
        String booking = omar.bookBlock(block.id(), omar.child("A", 10), omar.child("B", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String two = family(2).waitsFor(block);
        String one = family(1).waitsFor(block);

        omar.cancel(booking).then().statusCode(200);
        matcher.matchAll();

        assertThat(states(two, one)).containsExactly("OFFERED", "WAITING");
        assertThat(given.states(block.session(0))).containsExactly(0, 2, 0);
    }

    @Test
    void newcomers_do_not_overtake_the_line() {
        List<String> bookings = filled();
        String two = family(2).waitsFor(block);
        omar.cancel(bookings.get(0)).then().statusCode(200);
        matcher.matchAll();
        WaitingFamily newcomer = family(1);

        refused(newcomer.carer().bookBlock(block.id(), newcomer.children()), "session-full");
        refused(newcomer.carer().holdSession(block.session(0), newcomer.children()), "session-full");
        assertThat(left()).containsExactly(0, 0);

        // But in line they are the first who fit in full.
        String one = newcomer.waitsFor(block);
        matcher.matchAll();
        assertThat(states(two, one)).containsExactly("WAITING", "OFFERED");
    }

    @Test
    void seats_beyond_what_the_line_waits_for_are_anybodys() {
        TaughtBlock wide = given.block().ofSessions(1).seats(3).published();
        Carer cara = Carer.fresh();
        UUID unborn = cara.child("Soon", -2);
        given.known(unborn);
        cara.waitFor(wide.id(), unborn).then().statusCode(201);
        matcher.matchAll();

        Carer dana = Carer.fresh();
        dana.bookBlock(wide.id(), dana.child("A", 10), dana.child("B", 10), dana.child("C", 10))
                .then()
                .statusCode(201);
    }

    @Test
    void several_instances_at_once_keep_the_order_and_offer_each_seat_once() {
        TaughtBlock wide = given.block().ofSessions(2).seats(5).published();
        String booking = omar.bookBlock(
                        wide.id(),
                        IntStream.range(0, 5)
                                .mapToObj(n -> omar.child("Child " + n, 10))
                                .toArray(UUID[]::new))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<String> line = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            line.add(family(1).waitsFor(wide));
        }
        omar.cancel(booking).then().statusCode(200);

        Race.of(6, i -> () -> {
            matcher.matchAll();
            return true;
        });

        assertThat(states(line.toArray(String[]::new)))
                .containsExactly(
                        "OFFERED", "OFFERED", "OFFERED", "OFFERED", "OFFERED", "WAITING", "WAITING", "WAITING");
        assertThat(given.states(wide.session(1))).containsExactly(0, 5, 0);
    }

    /** Whoever joins the line or books a seat waits meanwhile. */
    @Test
    void a_long_line_is_looked_through_with_as_few_statements_as_a_short_one() {
        filled();
        family(1).waitsFor(block);
        UUID course = given.sql().one("SELECT course_id FROM class_block WHERE id = ?", block.id());
        matcher.match(course);
        long ofOne = given.queries(() -> matcher.match(course));
        List<String> others = IntStream.range(0, 9)
                .mapToObj(n -> family(1 + n % 2).waitsFor(block))
                .toList();
        matcher.match(course);

        assertThat(given.queries(() -> matcher.match(course))).isEqualTo(ofOne).isLessThanOrEqualTo(14);
        assertThat(states(others.toArray(String[]::new))).containsOnly("WAITING");
    }

    private List<String> filled() {
        return IntStream.range(0, 2)
                .mapToObj(n -> omar.bookBlock(block.id(), omar.child("Child " + n, 10))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();
    }

    private WaitingFamily family(int children) {
        return WaitingFamily.of(children, given);
    }

    private List<String> states(String... entries) {
        return WaitingFamily.states(given, entries);
    }

    private List<Integer> left() {
        return Carer.nobody().get("/v1/availability?block=" + block.id()).path("items.seatsLeft");
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(409).body("code", equalTo(code));
    }
}
