package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.WaitingFamily;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When something is offered, and what. */
@QuarkusTest
class WaitlistOfferTest {

    @Inject
    Given given;

    @Inject
    Matcher matcher;

    @Inject
    ExpiredHolds expiredHolds;

    @Inject
    Waitlist waitlist;

    private final Carer omar = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_block_of_two_seats() {
        given.a_week_before();
        block = given.block().ofSessions(2).seats(2).published();
    }

    @Test
    void a_baby_that_is_still_too_young_waits_and_becomes_eligible() {
        Carer cara = Carer.fresh();
        UUID baby = cara.child("Soon", 1);
        given.known(baby);
        String entry =
                cara.waitFor(block.id(), baby).then().statusCode(201).extract().path("id");
        String next = family(2).waitsFor(block);
        matcher.matchAll();
        assertThat(states(entry, next)).containsExactly("WAITING", "OFFERED");
        cara.asks().get("/v1/waitlist/" + entry).then().body("position", equalTo(1));

        // Born earlier than was entered.
        cara.tell(baby, "Soon", Given.MONDAY.minusWeeks(9), 2);
        given.known(baby, 2);
        TestClock.set(Instant.parse("2031-03-04T08:00:00Z"));
        matcher.matchAll();

        assertThat(states(entry, next)).containsExactly("OFFERED", "OFFER_EXPIRED");
    }

    /** The matcher looks after the commit; here it never comes to one. */
    @ParameterizedTest
    @CsvSource({"10, true", "1, false"})
    void who_cannot_be_offered_anything_yet_keeps_no_newcomer_out_from_the_first_moment(int weeks, boolean open) {
        Carer carer = Carer.fresh();
        UUID child = carer.child("Zoe", weeks);
        given.known(child);
        QuarkusTransaction.begin();
        waitlist.join(carer.id(), new WaitlistResource.Wish(List.of(block.id()), null, List.of(child)));

        List<Map<String, Object>> wanted =
                given.sql().rows("SELECT DISTINCT open FROM waitlist_seat WHERE child_id = ?", child);
        QuarkusTransaction.rollback();

        assertThat(wanted).containsExactly(Map.of("open", open));
    }

    @Test
    void of_several_blocks_the_most_wanted_that_is_free_is_offered() {
        List<String> bookings = filled();
        TaughtBlock other =
                given.block().ofTheCourseOf(block).ofSessions(1).seats(1).published();
        WaitingFamily rival = family(1);
        String rivals = rival.carer().bookBlock(other.id(), rival.children()).path("id");
        WaitingFamily family = family(1);
        String entry = family.waitsForAny(List.of(other.id(), block.id()));
        omar.cancel(bookings.get(0));
        rival.carer().cancel(rivals);
        matcher.matchAll();

        String offered = family.carer().asks().get("/v1/waitlist/" + entry).path("offer.blockId");
        // Whichever came free first was offered first; never both.
        assertThat(offered).isIn(other.id().toString(), block.id().toString());
        assertThat(given.states(other.session(0)).get(1)
                        + given.states(block.session(0)).get(1))
                .isEqualTo(1);
    }

    @Test
    void no_offer_is_made_when_there_is_no_time_to_join_and_newcomers_may_have_the_seat() {
        List<String> bookings = filled();
        String entry = family(1).waitsFor(block);
        TestClock.set(Given.FIRST_START.minusSeconds(3600));
        omar.cancel(bookings.get(0)).then().statusCode(200);

        matcher.matchAll();

        assertThat(states(entry)).containsExactly("WAITING");
        WaitingFamily newcomer = family(1);
        newcomer.carer().bookBlock(block.id(), newcomer.children()).then().statusCode(201);
    }

    @Test
    void when_all_that_a_family_waits_for_is_over_it_waits_no_more() {
        filled();
        String entry = family(1).waitsFor(block);
        TestClock.set(Given.FIRST_START.plus(Duration.ofDays(7)).minusSeconds(3601));
        matcher.matchAll();
        assertThat(states(entry)).containsExactly("WAITING");

        TestClock.set(Given.FIRST_START.plus(Duration.ofDays(7)).minusSeconds(3600));
        matcher.matchAll();

        assertThat(states(entry)).containsExactly("LEFT");
    }

    /** A job gives seats back by its own clock, before it is the line's turn. */
    @Test
    void an_offer_whose_seats_were_given_back_by_a_clock_ahead_has_expired() {
        List<String> bookings = filled();
        WaitingFamily family = family(1);
        String entry = family.waitsFor(block);
        omar.cancel(bookings.get(0)).then().statusCode(200);
        matcher.matchAll();
        assertThat(states(entry)).containsExactly("OFFERED");
        TestClock.set(Given.FIRST_START);
        expiredHolds.giveBack();
        given.a_week_before();

        family.carer().accept(entry).then().statusCode(409).body("code", equalTo("offer-expired"));
    }

    @Test
    void near_the_start_an_offer_is_shorter() {
        List<String> bookings = filled();
        WaitingFamily family = family(1);
        String entry = family.waitsFor(block);
        TestClock.set(Given.FIRST_START.minusSeconds(2 * 3600));
        omar.cancel(bookings.get(0)).then().statusCode(200);
        matcher.matchAll();

        family.carer()
                .asks()
                .get("/v1/waitlist/" + entry)
                .then()
                .body("offer.expiresAt", equalTo("2031-03-10T09:00:00Z"));
    }

    @Test
    void a_higher_capacity_is_offered_to_the_line() {
        filled();
        String entry = family(1).waitsFor(block);

        block.changed(0, 2, Map.of("capacity", 3));
        block.changed(1, 2, Map.of("capacity", 3));

        await().until(() -> states(entry).equals(List.of("OFFERED")));
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
}
