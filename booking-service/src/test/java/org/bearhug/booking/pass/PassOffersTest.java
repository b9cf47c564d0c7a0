package org.bearhug.booking.pass;

import static org.awaitility.Awaitility.await;
import static org.bearhug.booking.Carer.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PassOffersTest {

    private final Carer cara = new Carer(UUID.randomUUID(), "Cara Lindqvist").known();

    @Test
    void an_instructor_sees_what_was_sold_and_sells_it_no_more() {
        String offer = Sold.offer(Map.of());
        String pass = Sold.bought(cara, offer);

        await().untilAsserted(() -> as(Person.INES)
                .get("/v1/pass-offers/" + offer + "/passes")
                .then()
                .body("items.id", contains(pass))
                .body("items.carerName", contains("Cara Lindqvist")));
        refused(as(Person.NOOR).get("/v1/pass-offers/" + offer + "/passes"), 404, "not-found");
        as(Person.INES).delete("/v1/pass-offers/" + offer).then().statusCode(204);
        as(Person.INES).delete("/v1/pass-offers/" + offer).then().statusCode(204);

        refused(cara.asks().body(Map.of("offerId", offer)).post("/v1/passes"), 404, "not-found");
        cara.asks()
                .get("/v1/passes")
                .then()
                .body("items.id", contains(pass))
                .body("items[0]", not(hasKey("carerName")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"units\": 0}",
                "{\"units\": 101}",
                "{\"title\": \" \"}",
                "{\"title\": \"a\\nb\"}",
                "{\"validWeeks\": 0}",
                "{\"price\": {\"amount\": -1, \"currency\": \"GBP\"}}",
                "{\"price\": {\"amount\": 1, \"currency\": \"pounds\"}}",
                "{\"price\": {\"amount\": 1, \"currency\": \"ABC\"}}",
                "{\"price\": {\"amount\": 1, \"currency\": \"XXX\"}}",
                "{\"more\": 1}",
            })
    void what_is_no_pass_is_refused(String change) {
        refused(
                as(Person.INES)
                        .body(Sold.wish(JsonPath.from(change).getMap("$")))
                        .post("/v1/pass-offers"),
                400,
                "invalid-request");
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
    }
}
