package org.bearhug.booking.voucher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.booking.Carer.as;
import static org.bearhug.booking.voucher.Vouched.make;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Given;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OwnVouchersTest {

    @Inject
    Given given;

    private final String code = "O" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);

    @Test
    void a_voucher_is_made_read_listed_and_withdrawn() {
        UUID course = UUID.randomUUID();
        String id = make(Map.of(
                        "code",
                        code.toLowerCase(Locale.ROOT),
                        "amount",
                        Map.of("amount", 500, "currency", "GBP"),
                        "uses",
                        20,
                        "usesPerFamily",
                        1,
                        "validFrom",
                        "2031-01-01T00:00:00Z",
                        "validUntil",
                        "2031-02-01T00:00:00Z",
                        "courseIds",
                        List.of(course)))
                .then()
                .statusCode(201)
                .body("code", equalTo(code))
                .body("amount", equalTo(Map.of("amount", 500, "currency", "GBP")))
                .body("used", equalTo(0))
                .body("courseIds", equalTo(List.of(course.toString())))
                .extract()
                .path("id");

        as(Person.INES).get("/v1/vouchers/" + id).then().statusCode(200).body("uses", equalTo(20));
        as(Person.INES).get("/v1/vouchers?limit=1").then().body("items.id", equalTo(List.of(id)));
        as(Person.NOOR).get("/v1/vouchers").then().body("items.id", not(hasItem(id)));
        Vouched.withdraw(id);
        Vouched.withdraw(id);
        as(Person.INES).get("/v1/vouchers?limit=100").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void a_code_is_given_once_but_again_after_it_was_withdrawn() {
        String id = make(Map.of("code", code, "percent", 10)).path("id");

        make(Map.of("code", code, "percent", 20)).then().statusCode(409).body("code", equalTo("code-taken"));
        as(Person.NOOR)
                .body(Map.of("code", code, "percent", 20))
                .post("/v1/vouchers")
                .then()
                .statusCode(201);
        Vouched.withdraw(id);
        make(Map.of("code", code, "percent", 20)).then().statusCode(201);
    }

    @Test
    void the_same_key_makes_it_once() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> wish = Map.of("code", code, "percent", 10);
        String first = as(Person.INES)
                .header("Idempotency-Key", key)
                .body(wish)
                .post("/v1/vouchers")
                .path("id");

        as(Person.INES)
                .header("Idempotency-Key", key)
                .body(wish)
                .post("/v1/vouchers")
                .then()
                .statusCode(201)
                .body("id", equalTo(first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"percent\": 10}",
                "{\"code\": \"ab\", \"percent\": 10}",
                "{\"code\": \"with space\", \"percent\": 10}",
                "{\"code\": \"SPRING\"}",
                "{\"code\": \"SPRING\", \"percent\": 10, \"amount\": {\"amount\": 1, \"currency\": \"GBP\"}}",
                "{\"code\": \"SPRING\", \"percent\": 0}",
                "{\"code\": \"SPRING\", \"percent\": 101}",
                "{\"code\": \"SPRING\", \"amount\": {\"amount\": 0, \"currency\": \"GBP\"}}",
                "{\"code\": \"SPRING\", \"amount\": {\"amount\": 1}}",
                "{\"code\": \"SPRING\", \"amount\": {\"amount\": 1, \"currency\": \"pounds\"}}",
                "{\"code\": \"SPRING\", \"percent\": 10, \"uses\": 0}",
                "{\"code\": \"SPRING\", \"percent\": 10, \"usesPerFamily\": 0}",
                "{\"code\": \"SPRING\", \"percent\": 10, \"validFrom\": \"2031-01-01T00:00:00Z\", \"validUntil\": \"2031-01-01T00:00:00Z\"}",
                "{\"code\": \"SPRING\", \"percent\": 10, \"validUntil\": \"+999999999-01-01T00:00:00Z\"}",
                "{\"code\": \"SPRING\", \"percent\": 10, \"courseIds\": [null]}",
                "{\"code\": \"SPRING\", \"percent\": 10, \"more\": 1}",
            })
    void what_is_no_voucher_is_refused(String body) {
        make(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void there_is_an_end_to_how_many_one_has() {
        UUID instructor = Person.NOOR.id();
        Map<String, Object> wish = new HashMap<>(Map.of("code", code, "percent", 10));
        given.sql()
                .change(
                        """
                        INSERT INTO voucher (instructor_id, code, percent, course_ids, made_at)
                        SELECT ?, ? || nth, 1, '{}', now() FROM generate_series(1, 1000) AS nth""",
                        instructor,
                        code);

        as(Person.NOOR)
                .body(wish)
                .post("/v1/vouchers")
                .then()
                .statusCode(409)
                .body("code", equalTo("too-many-vouchers"));

        given.sql().change("UPDATE voucher SET withdrawn_at = now() WHERE instructor_id = ?", instructor);
        as(Person.NOOR).get("/v1/vouchers").then().body("items", empty());
        assertThat(given.sql().<Long>one("SELECT count(*) FROM voucher WHERE code = ?", code))
                .isZero();
    }
}
