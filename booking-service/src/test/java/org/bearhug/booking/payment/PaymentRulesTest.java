package org.bearhug.booking.payment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instructor says of being paid by hand. */
@QuarkusTest
class PaymentRulesTest {

    private static final String PATH = "/v1/me/payment-rules";

    private static RequestSpecification noor() {
        return Carer.as(Person.NOOR);
    }

    @Test
    void who_says_nothing_is_paid_within_a_week_and_what_is_said_replaces_what_was_seen() {
        String seen = noor().get(PATH)
                .then()
                .statusCode(200)
                .body("$", hasKey("dueDays"))
                .extract()
                .header("ETag");
        String said = noor().header("If-Match", seen)
                .body("{\"howToPay\":\"Bank 1\",\"dueDays\":3,\"expireAfterDays\":2}")
                .put(PATH)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        noor().header("If-Match", seen)
                .body("{\"dueDays\":4}")
                .put(PATH)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
        noor().body("{\"dueDays\":4}").put(PATH).then().statusCode(428).body("code", equalTo("precondition-required"));
        noor().header("If-Match", said).body("{\"dueDays\":4}").put(PATH).then().statusCode(200);
        noor().get(PATH)
                .then()
                .body("dueDays", equalTo(4))
                .body("$", not(hasKey("howToPay")))
                .body("$", not(hasKey("expireAfterDays")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dueDays\":-1}",
                "{\"dueDays\":61}",
                "{\"dueDays\":\"x\"}",
                "{\"dueDays\":7,\"expireAfterDays\":0}",
                "{\"dueDays\":7,\"expireAfterDays\":61}",
                "{\"dueDays\":7,\"howToPay\":\"\"}",
                "{\"dueDays\":7,\"colour\":\"red\"}",
                "[]",
                "null",
                ""
            })
    void what_makes_no_sense_is_the_senders_mistake(String body) {
        noor().header("If-Match", "*")
                .body(body)
                .put(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }
}
