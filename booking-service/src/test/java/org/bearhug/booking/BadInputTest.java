package org.bearhug.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Person;
import org.bearhug.testing.Pieces;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest {

    private static final String ID = "018f0000-0000-7000-8000-000000000001";

    private final Carer cara = Carer.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'blockId': '#', 'childIds': []}",
                "{'blockId': '#', 'childIds': null}",
                "{'blockId': '#', 'childIds': [null]}",
                "{'blockId': '#'}",
                "{'blockId': '#', 'childIds': '#'}",
                "{'blockId': '#', 'childIds': ['#', '#']}",
                "{'blockId': '#', 'childIds': [1]}",
                "{'blockId': '#', 'childIds': ['']}",
                "{'blockId': '#', 'childIds': ['x']}",
                "{'blockId': '#', 'childIds': ['SEVEN']}",
                "{'blockId': '#', 'sessionId': '#', 'childIds': ['#']}",
                "{'holdId': '#', 'childIds': ['#']}",
                "{'holdId': '#', 'sessionId': '#'}",
                "{'holdId': 7}",
                "{'creditId': '#'}",
                "{'creditId': '#', 'blockId': '#'}",
                "{'creditId': '#', 'sessionId': '#', 'childIds': ['#']}",
                "{'creditId': '#', 'holdId': '#'}",
                "{'childIds': ['#']}",
                "{'blockId': null, 'childIds': ['#']}",
                "{'blockId': '', 'childIds': ['#']}",
                "{'blockId': 7, 'childIds': ['#']}",
                "{'blockId': true, 'childIds': ['#']}",
                "{'blockId': {}, 'childIds': ['#']}",
                "{'blockId': 'a\\u0000b', 'childIds': ['#']}",
                "{'blockId': '#', 'blockId': '#', 'childIds': ['#']}",
                "{'blockId': '#', 'childIds': ['#'], 'blockOrSession': true}",
                "{'blockId': '#', 'childIds': ['#'], 'colour': 'red'}",
                "{'blockId': '#', 'childIds': ['#']} x",
                "{'blockId': '#', ",
                "[]",
                "7",
                "null",
                "",
            })
    void a_bad_wish_is_the_senders_mistake(String body) {
        String seven = "', '018f0000-0000-7000-8000-00000000000";
        String children = "018f0000-0000-7000-8000-000000000000" + seven + 1 + seven + 2 + seven + 3 + seven + 4 + seven
                + 5 + seven + 6;

        invalid(cara.asks()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body.replace("SEVEN", children).replace("#", ID).replace('\'', '"'))
                .post("/v1/bookings"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'blockId': '#'}",
                "{'blockId': '#', 'childIds': []}",
                "{'blockId': '#', 'childIds': ['#', '#']}",
                "{'blockId': '#', 'sessionId': '#', 'childIds': ['#']}",
                "{'holdId': '#'}",
                "{'childIds': ['#']}",
                "",
            })
    void a_bad_hold_is_the_senders_mistake(String body) {
        invalid(cara.asks().body(body.replace("#", ID).replace('\'', '"')).post("/v1/holds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items': []}",
                "{'items': null}",
                "{'items': [null]}",
                "{}",
                "{'items': [{'sessionId': '#', 'capacity': -1}]}",
                "{'items': [{'sessionId': '#', 'capacity': 501}]}",
                "{'items': [{'sessionId': '#', 'capacity': '5'}]}",
                "{'items': [{'sessionId': '#', 'capacity': 5.5}]}",
                "{'items': [{'sessionId': '#', 'capacity': 99999999999}]}",
                "{'items': [{'sessionId': '#', 'capacity': null}]}",
                "{'items': [{'sessionId': '#'}]}",
                "{'items': [{'capacity': 5}]}",
                "{'items': [{'sessionId': '#', 'capacity': 5, 'colour': 'red'}]}",
                "",
            })
    void a_bad_capacity_is_the_senders_mistake(String body) {
        invalid(Carer.nobody()
                .auth()
                .oauth2(Tokens.ofService("course-service", "seats:write"))
                .body(body.replace("#", ID).replace('\'', '"'))
                .put("/v1/capacities"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'blockIds': ['#']}",
                "{'blockIds': [], 'childIds': ['#']}",
                "{'blockIds': [null], 'childIds': ['#']}",
                "{'blockIds': ['#', '#'], 'childIds': ['#']}",
                "{'blockIds': ['#'], 'childIds': []}",
                "{'blockIds': ['#'], 'sessionId': '#', 'childIds': ['#']}",
                "{'blockIds': '#', 'childIds': ['#']}",
                "{'childIds': ['#']}",
                "",
            })
    void a_bad_wait_is_the_senders_mistake(String body) {
        invalid(cara.asks().body(body.replace("#", ID).replace('\'', '"')).post("/v1/waitlist"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'blockId': null}", "{'blockId': 'x'}", "{'blockId': '#', 'sessionId': '#'}", ""})
    void a_bad_move_is_the_senders_mistake(String body) {
        invalid(cara.asks().body(body.replace("#", ID).replace('\'', '"')).post("/v1/bookings/" + ID + "/move"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'url': null}",
                "{'url': 7}",
                "{'url': ['https://hooks.example.org/']}",
                "{'url': 'https://hooks.example.org/', 'types': 'booking.confirmed'}",
                "{'url': 'https://hooks.example.org/', 'types': ['booking.eaten']}",
                "{'url': 'https://hooks.example.org/', 'types': ['webhook.test']}",
                "{'url': 'https://hooks.example.org/', 'types': [null]}",
                "{'url': 'https://hooks.example.org/', 'description': ' '}",
                "{'url': 'https://hooks.example.org/', 'description': 'two\\nlines'}",
                "{'url': 'https://hooks.example.org/\\u0000'}",
                "{'url': 'https://hooks.example.org/', 'secret': 'whsec_mine'}",
                "{'url': 'https://hooks.example.org/', 'enabled': false}",
                "",
            })
    void a_bad_webhook_endpoint_is_the_senders_mistake(String body) {
        RequestSpecification ines = Carer.nobody().auth().oauth2(Person.INES.token());

        invalid(ines.body(body.replace('\'', '"')).post("/v1/webhook-endpoints"));
    }

    @Test
    void a_booking_needs_a_key() {
        Map<String, ?> wish = Map.of("blockId", ID, "childIds", new String[] {ID});

        problem(cara.asks().body(wish).post("/v1/bookings"), 400, "idempotency-key-missing");
        problem(cara.book(" ", wish), 400, "idempotency-key-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "\"\"", "naïve"})
    void a_key_is_of_visible_ascii(String key) {
        invalid(cara.book(key, Map.of("blockId", ID, "childIds", new String[] {ID})));
    }

    @Test
    void a_key_has_at_most_255_characters() {
        Map<String, ?> wish = Map.of("sessionId", ID, "childIds", new String[] {ID});

        invalid(cara.book("k".repeat(256), wish));
        problem(cara.book("k".repeat(255), wish), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "%00", "..%2F..", "018f0000-0000-7000-8000-00000000000g"})
    void an_id_that_is_none_is_not_there(String id) {
        problem(cara.asks().get("/v1/bookings/" + id), 404, "not-found");
        problem(cara.asks().post("/v1/bookings/" + id + "/cancel"), 404, "not-found");
        problem(cara.asks().get("/v1/bookings/" + id + "/cancellation"), 404, "not-found");
        problem(cara.asks().get("/v1/places/" + id + "/join"), 404, "not-found");
        problem(cara.asks().post("/v1/places/" + id + "/absence"), 404, "not-found");
        problem(cara.asks().body(Map.of("blockId", ID)).post("/v1/bookings/" + id + "/move"), 404, "not-found");
        problem(cara.asks().get("/v1/waitlist/" + id), 404, "not-found");
        problem(cara.asks().delete("/v1/waitlist/" + id), 404, "not-found");
        problem(cara.asks().post("/v1/waitlist/" + id + "/accept"), 404, "not-found");
        problem(cara.asks().post("/v1/waitlist/" + id + "/decline"), 404, "not-found");
        problem(cara.asks().post("/v1/holds/" + id + "/extend"), 404, "not-found");
        problem(cara.asks().delete("/v1/holds/" + id), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/availability?session=x",
                "/v1/availability?session=",
                "/v1/availability?block=x",
                "/v1/availability?block=%00",
                "/v1/bookings?state=SOLD",
                "/v1/bookings?limit=x",
                "/v1/credits?limit=0",
                "/v1/credits?cursor=x",
                "/v1/bookings?limit=99999999999",
            })
    void a_bad_parameter_is_the_callers_mistake(String path) {
        Response answer = cara.asks().get(path);

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isIn("invalid-request", "not-found");
    }

    @Test
    void a_body_of_another_kind_or_size_is_refused() throws Exception {
        problem(cara.asks().contentType("text/plain").body("x").post("/v1/bookings"), 415, "unsupported-media-type");
        String large = "[\"" + "a".repeat(300_000);
        problem(cara.asks().body(large).post("/v1/bookings"), 413, "too-large");
        HttpResponse<String> inPieces = Pieces.post("/v1/bookings", null, "application/json", large);
        assertThat(inPieces.statusCode()).isEqualTo(413);
        assertThat(inPieces.body()).contains("\"code\":\"too-large\"");
    }

    private static void invalid(Response answer) {
        problem(answer, 400, "invalid-request");
    }

    private static void problem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
        assertThat(answer.asString()).doesNotContain("Exception", "org.bearhug", "jackson");
    }
}
