package org.bearhug.booking.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a carer to user-service, and what is left when the carer is erased. */
@QuarkusTest
class PersonTest {

    private static final String EXPORTER = Tokens.ofService("user-service", "accounts:export");

    @Inject
    Given given;

    private final String carerName = "Xaverine " + UUID.randomUUID();
    private final String childName = "Ottokarina " + UUID.randomUUID();
    private final Carer cara = new Carer(UUID.randomUUID(), carerName);
    private UUID child;
    private TaughtBlock block;
    private String booking;

    @BeforeEach
    void a_booking() {
        given.a_week_before();
        cara.known();
        await().until(() -> carerName.equals(given.sql().one("SELECT name FROM carer WHERE id = ?", cara.id())));
        child = cara.child(childName, 10);
        block = given.block().ofSessions(2).published();
        booking = cara.book(UUID.randomUUID().toString(), Map.of("blockId", block.id(), "childIds", List.of(child)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void the_export_has_bookings_places_and_children() {
        Carer omar = Carer.fresh();
        UUID ben = omar.child("Ben", 10);
        omar.share(ben, "Ben", 10, 2, omar.id(), cara.id());
        omar.child("Zoe", 10);
        given.known(ben, 2);

        String export = ask("export")
                .statusCode(200)
                .body("booking", hasSize(1))
                .body("booking[0].id", equalTo(booking))
                .body("place", hasSize(2))
                .body("carer[0].name", equalTo(carerName))
                .body("child[0].name", equalTo(childName))
                .extract()
                .asString();

        assertThat(export).contains("Ben").doesNotContain("Zoe");
        ask(UUID.randomUUID(), "export").statusCode(200).body("booking", hasSize(0));
    }

    @Test
    void the_export_has_what_is_owed_for_a_pass() {
        String offer = Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .body(Map.of(
                        "title",
                        "Ten",
                        "units",
                        10,
                        "validWeeks",
                        9,
                        "price",
                        Map.of("amount", 4321, "currency", "GBP")))
                .post("/v1/pass-offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cara.asks().body(Map.of("offerId", offer)).post("/v1/passes").then().statusCode(201);

        ask("export").statusCode(200).body("money_entry.amount", hasItem(4321));
    }

    @Test
    void the_erased_leave_numbers_without_names() {
        ask("erasure").statusCode(404).body("code", equalTo("not-found"));
        assertThat(everything()).contains(carerName, childName);

        cara.erase(child, 5);
        cara.erased(5);
        await().until(() -> given.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", cara.id()) != null);

        ask("erasure")
                .statusCode(200)
                .body("bookingsKept", equalTo(1))
                .body("placesKept", equalTo(2))
                .body("childrenWithoutName", equalTo(1))
                .body("seatsToComeStillHeld", equalTo(0))
                .body("namesLeft", equalTo(0));
        assertThat(given.taken(block)).containsExactly(0, 0);
        assertThat(given.sql().<Long>one("SELECT amount FROM booking WHERE id = ?::uuid", booking))
                .isEqualTo(6500);
        assertThat(everything()).doesNotContain(carerName, childName);
    }

    @Test
    void an_erased_instructors_words_are_no_longer_on_bookings() {
        UUID teacher = Person.INES.id();
        Neighbours.publish("user-service", "account.erased", teacher, 9, Map.of("id", teacher));
        await().until(() -> given.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", teacher) != null);

        cara.asks().get("/v1/bookings/" + booking).then().body("title", equalTo("A former course"));
    }

    @Test
    void nobody_else_asks() {
        cara.asks().get("/v1/accounts/" + cara.id() + "/export").then().statusCode(403);
        Carer.nobody().get("/v1/accounts/" + cara.id() + "/export").then().statusCode(401);
    }

    /** All of the service's own schema, as a thief of a backup would read it. */
    private String everything() {
        StringBuilder all = new StringBuilder();
        given.sql().rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'bookings'").stream()
                .map(row -> row.get("table_name"))
                .forEach(table -> all.append(given.sql().rows("SELECT t::text FROM " + table + " t")));
        return all.toString();
    }

    private ValidatableResponse ask(String what) {
        return ask(cara.id(), what);
    }

    private static ValidatableResponse ask(UUID account, String what) {
        return Carer.nobody()
                .auth()
                .oauth2(EXPORTER)
                .get("/v1/accounts/" + account + "/" + what)
                .then();
    }
}
