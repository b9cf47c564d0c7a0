package org.bearhug.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Endpoint;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets what at every endpoint. Ids are those of the carer and of the instructor; the others own none of it. */
@QuarkusTest
class EndpointsTest {

    private static final Map<String, Object> PASS = Map.of(
            "title", "Three sessions", "units", 3, "price", Map.of("amount", 4000, "currency", "GBP"), "validWeeks", 8);

    @Inject
    Given given;

    @Inject
    Seal seal;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private UUID mia;
    private JsonPath booking;

    @BeforeEach
    void a_booked_class() {
        TestClock.set(Given.FIRST_START.minusSeconds(600));
        given.sql().change("DELETE FROM webhook_endpoint");
        block = given.block().ofSessions(1).by(Person.INES).published();
        mia = cara.child("Mia", 10);
        UUID ben = cara.child("Ben", 10);
        given.known(mia, ben);
        booking =
                cara.bookBlock(block.id(), ben).then().statusCode(201).extract().jsonPath();
    }

    static List<EndpointRow> table() {
        return EndpointRow.all();
    }

    @Test
    void every_endpoint_is_in_the_table() {
        assertThat(table().stream().map(EndpointRow::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Endpoint.all().stream().map(Endpoint::name).toList());
    }

    @ParameterizedTest
    @MethodSource("table")
    void everybody_gets_what_is_theirs(EndpointRow row) {
        String id = id(row.path());
        String path =
                row.path().replace("{id}", id).replace("{token}", "unknown").replace("{delivery}", delivery(id, row));
        Map<String, Object> body = body(row.toString());

        List<Integer> answers = new ArrayList<>();
        callers()
                .forEach(caller -> answers.add(
                        with(caller, row, body).request(row.method(), path).statusCode()));

        assertThat(answers).isEqualTo(row.expected());
    }

    private Stream<RequestSpecification> callers() {
        return Stream.concat(
                Stream.of(Carer.nobody(), cara.asks(), Carer.fresh().asks()),
                Stream.of(
                                Person.INES.token(),
                                Person.NOOR.token(),
                                Person.ADA.token(),
                                client("classes:write"),
                                client("bookings:read seats:write events:read accounts:export"))
                        .map(token -> Carer.nobody().auth().oauth2(token)));
    }

    private static String client(String scopes) {
        return Tokens.ofClient(Person.INES.id().toString(), "website", scopes);
    }

    private RequestSpecification with(RequestSpecification caller, EndpointRow row, Map<String, Object> body) {
        caller.redirects().follow(false).header("Idempotency-Key", UUID.randomUUID());
        switch (row.toString()) {
            case "GET /v1/pass-offers" -> caller.queryParam("instructor", Person.INES.id());
            case "GET /v1/availability", "GET /v1/price" -> caller.queryParam("block", block.id());
            case "PUT /v1/me/payment-rules", "PATCH /v1/webhook-endpoints/{id}" -> caller.header("If-Match", "*");
            default -> {
                // nothing but the path and the body
            }
        }
        if (row.toString().equals("POST /v1/webhook-endpoints")) {
            return caller.body(Map.of("url", "https://hooks.example.org/" + UUID.randomUUID()));
        }
        if (row.toString().equals("POST /v1/vouchers")) {
            return caller.body(Map.of("code", "V" + UUID.randomUUID().toString().substring(0, 20), "percent", 10));
        }
        return body.isEmpty() ? caller : caller.body(body);
    }

    private Map<String, Object> body(String endpoint) {
        return switch (endpoint) {
            case "POST /v1/bookings", "POST /v1/holds" -> Map.of("blockId", block.id(), "childIds", List.of(mia));
            case "POST /v1/bookings/{id}/move" ->
                Map.of(
                        "blockId",
                        given.block()
                                .ofTheCourseOf(block)
                                .ofSessions(1)
                                .published()
                                .id());
            case "POST /v1/waitlist" -> Map.of("blockIds", List.of(block.id()), "childIds", List.of(mia));
            case "POST /v1/pass-offers" -> PASS;
            case "POST /v1/passes" -> Map.of("offerId", passOffer());
            case "POST /v1/sessions/{id}/announcements",
                    "POST /v1/blocks/{id}/announcements",
                    "POST /v1/courses/{id}/announcements" -> Map.of("words", "Bring a towel");
            case "PUT /v1/capacities" -> Map.of("items", List.of(Map.of("sessionId", block.session(0), "capacity", 5)));
            case "POST /v1/bookings/{id}/payments", "POST /v1/bookings/{id}/refunds" ->
                Map.of("amount", Map.of("amount", 1, "currency", "GBP"));
            case "PUT /v1/me/payment-rules" -> Map.of("dueDays", 7);
            case "PATCH /v1/webhook-endpoints/{id}" -> Map.of("description", "My website");
            case "POST /v1/webhook-endpoints/{id}/deliveries/resend" -> Map.of("since", "2026-01-01T00:00:00Z");
            case "PUT /v1/me/display-name" -> Map.of("displayName", "Cara");
            case "PUT /v1/places/{id}/attendance" -> Map.of("mark", "PRESENT");
            case "PUT /v1/sessions/{id}/attendance" ->
                Map.of("marks", List.of(Map.of("placeId", booking.getString("places[0].id"), "mark", "PRESENT")));
            default -> Map.of();
        };
    }

    /** Of what the path is about, which is made for it if need be. */
    private String id(String path) {
        return switch (path.replaceAll("^/v1/|/.*$", "")) {
            case "waitlist" -> waiting();
            case "pass-offers" -> passOffer();
            case "passes" ->
                cara.asks()
                        .body(Map.of("offerId", passOffer()))
                        .post("/v1/passes")
                        .path("id");
            case "vouchers" -> given.voucher(Map.of("code", "V" + System.nanoTime(), "percent", 10));
            case "webhook-endpoints" -> listening();
            case "holds" -> held();
            case "blocks" -> block.id().toString();
            case "courses" -> block.courseId().toString();
            case "sessions" -> block.session(0).toString();
            case "payments" -> booking.getString("payment.id");
            case "places" -> {
                openDoor();
                yield booking.getString("places[0].id");
            }
            default -> booking.getString("id");
        };
    }

    /** Nobody is called up any more, ten minutes before the start. */
    private String waiting() {
        UUID tom = cara.child("Tom", 10);
        given.known(tom);
        return cara.waitFor(block.id(), tom).then().statusCode(201).extract().path("id");
    }

    private String held() {
        UUID tom = cara.child("Tom", 10);
        given.known(tom);
        return cara.holdBlock(block.id(), tom).then().statusCode(201).extract().path("id");
    }

    private static String listening() {
        return ines().body(Map.of("url", "https://hooks.example.org/" + UUID.randomUUID()))
                .post("/v1/webhook-endpoints")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** To this endpoint, if the row asks for one. */
    private static String delivery(String endpoint, EndpointRow row) {
        return row.path().contains("{delivery}")
                ? ines().post("/v1/webhook-endpoints/" + endpoint + "/test").path("id")
                : "";
    }

    private static RequestSpecification ines() {
        return Carer.nobody().auth().oauth2(Person.INES.token());
    }

    private static String passOffer() {
        return ines().body(PASS)
                .post("/v1/pass-offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void openDoor() {
        block.tellMeeting(0, 1, seal.close("https://zoom.test/j/1", "call-link:" + block.session(0)));
        await().until(() -> given.sql().one("SELECT 1 FROM meeting WHERE session_id = ?", block.session(0)) != null);
    }
}
