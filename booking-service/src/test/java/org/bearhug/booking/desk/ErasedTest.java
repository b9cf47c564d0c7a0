package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes with an instructor's words, and what with a child. */
@QuarkusTest
class ErasedTest {

    private static final String FORMER = "A former course";

    @Inject
    Given given;

    @Inject
    Matcher matcher;

    private final Carer cara = Carer.fresh();
    private final Carer omar = Carer.fresh();
    private UUID mia;
    private UUID zoe;

    @BeforeEach
    void two_families() {
        given.a_week_before();
        mia = cara.child("Mia", 10);
        zoe = omar.child("Zoe", 10);
        given.known(mia, zoe);
    }

    @Test
    void an_instructors_words_go_from_all_that_was_booked_held_waited_for_and_earned() {
        UUID teacher = Person.NOOR.id();
        TaughtBlock full = given.block().by(Person.NOOR).ofSessions(2).seats(1).published();
        TaughtBlock open = given.block().by(Person.NOOR).ofSessions(2).published();
        String place = cara.book(
                        UUID.randomUUID().toString(),
                        Map.of("blockId", full.id(), "childIds", List.of(mia), "voucher", sold()))
                .then()
                .statusCode(201)
                .extract()
                .path("places[0].id");
        cara.absent(place).then().statusCode(200);
        omar.waitFor(full.id(), zoe).then().statusCode(201);
        omar.holdBlock(open.id(), zoe).then().statusCode(201);
        List<String> kept = List.of("booking", "make_up_credit", "waitlist_entry", "hold");
        assertThat(kept).allSatisfy(table -> assertThat(titles(table)).doesNotContain(FORMER));
        assertThat(answersAbout(full)).isPositive();

        Neighbours.publish("user-service", "account.erased", teacher, 9, Map.of("id", teacher));
        await().until(() -> given.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", teacher) != null);

        assertThat(kept).allSatisfy(table -> assertThat(titles(table)).containsOnly(FORMER));
        assertThat(answersAbout(full)).isZero();
        assertThat(given.sql().rows("SELECT line_texts::text FROM booking WHERE block_id = ?", full.id()))
                .extracting(row -> row.get("line_texts"))
                .containsExactly("{NULL,NULL}");
        assertThat(given.sql().rows("SELECT code, withdrawn_at FROM voucher WHERE instructor_id = ?", teacher))
                .isNotEmpty()
                .allSatisfy(row -> assertThat((String) row.get("code")).startsWith("FORMER-"))
                .allSatisfy(row -> assertThat(row.get("withdrawn_at")).isNotNull());
        assertThat(given.sql().rows("SELECT title, withdrawn_at FROM pass_offer WHERE instructor_id = ?", teacher))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("title")).isEqualTo("A former pass"))
                .allSatisfy(row -> assertThat(row.get("withdrawn_at")).isNotNull());
        assertThat(given.sql().rows("SELECT title FROM pass WHERE carer_id = ?", cara.id()))
                .extracting(row -> row.get("title"))
                .containsExactly("A former pass");
    }

    /** Noor sells a pass, which Cara buys, and makes a voucher; its code. */
    private String sold() {
        String offer = asNoor().body(Map.of(
                        "title",
                        "Noor's pass",
                        "units",
                        3,
                        "price",
                        Map.of("amount", 4000, "currency", "GBP"),
                        "validWeeks",
                        20))
                .post("/v1/pass-offers")
                .path("id");
        cara.asks().body(Map.of("offerId", offer)).post("/v1/passes").then().statusCode(201);
        asNoor().body(Map.of("code", "NOOR-10", "percent", 10))
                .post("/v1/vouchers")
                .then()
                .statusCode(201);
        return "NOOR-10";
    }

    private static RequestSpecification asNoor() {
        return Carer.as(Person.NOOR);
    }

    /** Of the two families here. */
    private List<String> titles(String table) {
        String owner = table.equals("make_up_credit") ? "child_id" : "carer_id";
        return given
                .sql()
                .rows("SELECT title FROM " + table + " WHERE " + owner + " IN (?, ?, ?)", cara.id(), omar.id(), mia)
                .stream()
                .map(row -> (String) row.get("title"))
                .toList();
    }

    private long answersAbout(TaughtBlock block) {
        return given.sql()
                .<Long>one("SELECT count(*) FROM idempotency_record WHERE body LIKE ?", "%" + block.id() + "%");
    }

    @Test
    void an_erased_child_waits_for_nothing_and_keeps_nobody_out() {
        TaughtBlock block = given.block().ofSessions(1).seats(1).published();
        String taken =
                omar.bookBlock(block.id(), zoe).then().statusCode(201).extract().path("id");
        String entry =
                cara.waitFor(block.id(), mia).then().statusCode(201).extract().path("id");

        erased(mia);

        cara.asks().get("/v1/waitlist/" + entry).then().body("state", equalTo("LEFT"));
        assertThat(given.sql().<Long>one("SELECT count(*) FROM waitlist_seat WHERE child_id = ?", mia))
                .isZero();
        omar.cancel(taken).then().statusCode(200);
        matcher.matchAll();
        omar.bookBlock(block.id(), zoe).then().statusCode(201);
    }

    @Test
    void what_was_offered_to_an_erased_child_goes_to_the_next_in_line() {
        TaughtBlock block = given.block().ofSessions(1).seats(1).published();
        String taken =
                omar.bookBlock(block.id(), zoe).then().statusCode(201).extract().path("id");
        cara.waitFor(block.id(), mia).then().statusCode(201);
        omar.cancel(taken).then().statusCode(200);
        matcher.matchAll();
        assertThat(given.states(block.session(0))).containsExactly(0, 1, 0);

        erased(mia);

        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
    }

    private void erased(UUID child) {
        cara.erase(child, 5);
        await().until(() -> Boolean.TRUE.equals(given.sql().one("SELECT erased FROM child WHERE id = ?", child)));
    }
}
