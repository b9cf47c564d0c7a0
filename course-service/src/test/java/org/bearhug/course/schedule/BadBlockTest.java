package org.bearhug.course.schedule;

import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.bearhug.course.Teaching;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadBlockTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private String course;

    @BeforeEach
    void a_course_is_there() {
        TestClock.set(Instant.parse(Teaching.NOW));
        course = draft(INES, "Strict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "title           | \"a\\u0000b\"            | #/title",
                "title           | \"a\\nb\"                | #/title",
                "title           | \"   \"                  | #/title",
                "title           | 7                        | #/title",
                "firstStart      | null                     | #/firstStart",
                "firstStart      | \"2020-01-01T10:00:00\"  | #/firstStart",
                "firstStart      | \"2026-11-24T12:00:00\"  | #/firstStart",
                "firstStart      | \"2037-01-01T10:00:00\"  | #/firstStart",
                "firstStart      | \"+999999999-12-31T23:59:59\" | #/firstStart",
                "firstStart      | \"2027-01-07T10:00:00Z\" | #/firstStart",
                "firstStart      | \"2027-01-07T10:00:30\"  | #/firstStart",
                "firstStart      | \"2027-02-30T10:00:00\"  | #/firstStart",
                "firstStart      | \"tomorrow\"             | #/firstStart",
                "firstStart      | 1799316000               | #/firstStart",
                "timeZone        | \"Europe/Lundon\"        | #/timeZone",
                "timeZone        | \"+01:00\"               | #/timeZone",
                "timeZone        | \"europe/london\"        | #/timeZone",
                "timeZone        | null                     | #/timeZone",
                "sessions        | 0                        | #/sessions",
                "sessions        | 53                       | #/sessions",
                "sessions        | 1000000                  | #/sessions",
                "sessions        | 99999999999999           | #/sessions",
                "sessions        | \"4\"                    | #/sessions",
                "sessions        | 4.5                      | #/sessions",
                "sessions        | true                     | #/sessions",
                "everyDays       | 0                        | #/everyDays",
                "everyDays       | -7                       | #/everyDays",
                "everyDays       | 29                       | #/everyDays",
                "durationMinutes | 9                        | #/durationMinutes",
                "durationMinutes | 241                      | #/durationMinutes",
                "capacity        | 0                        | #/capacity",
                "capacity        | 501                      | #/capacity",
                "capacity        | null                     | #/capacity",
                "blockPrice      | null                     | #/blockPrice",
                "blockPrice      | 6500                     | #/blockPrice",
                "blockPrice      | {\"amount\": -1, \"currency\": \"GBP\"}  | #/blockPrice/amount",
                "blockPrice      | {\"amount\": 1, \"currency\": \"gbp\"}   | #/blockPrice/currency",
                "blockPrice      | {\"amount\": 1, \"currency\": \"ABC\"}   | #/blockPrice/currency",
                "blockPrice      | {\"amount\": 1, \"currency\": \"XXX\"}   | #/blockPrice/currency",
                "blockPrice      | {\"amount\": 1.5, \"currency\": \"GBP\"} | #/blockPrice/amount",
                "blockPrice      | {\"currency\": \"GBP\"}                  | #/blockPrice/amount",
                "blockPrice      | {\"amount\": 9999999999, \"currency\": \"GBP\"} | #/blockPrice/amount",
                "dropInPrice     | {\"amount\": 1}          | #/dropInPrice/currency",
                "ageWeeks        | {\"from\": 5, \"to\": 4} | #/ageWeeks/to",
                "ageWeeks        | {\"from\": -1, \"to\": 4} | #/ageWeeks/from",
                "ageWeeks        | {\"from\": 1, \"to\": 521} | #/ageWeeks/to",
                "ageWeeks        | {\"from\": 1}            | #/ageWeeks/to",
                "cancellationPolicy | {\"fullUntilDays\": 2, \"partUntilDays\": 7, \"partPercent\": 50} | #/cancellationPolicy/partUntilDays",
                "cancellationPolicy | {\"fullUntilDays\": 7, \"partUntilDays\": 2, \"partPercent\": 101} | #/cancellationPolicy/partPercent",
                "cancellationPolicy | {\"fullUntilDays\": 366, \"partUntilDays\": 2, \"partPercent\": 1} | #/cancellationPolicy/fullUntilDays",
                "cancellationPolicy | {\"partUntilDays\": 2, \"partPercent\": 1} | #/cancellationPolicy/fullUntilDays",
                "makeUp          | {\"weeks\": 0, \"perBlock\": 1} | #/makeUp/weeks",
                "makeUp          | {\"weeks\": 53, \"perBlock\": 1} | #/makeUp/weeks",
                "makeUp          | {\"weeks\": 8, \"perBlock\": -1} | #/makeUp/perBlock",
                "makeUp          | {\"weeks\": 8}          | #/makeUp/perBlock",
                "skipDates       | [\"2027-01-07T10:00\"]   | #/skipDates/0",
                "skipDates       | \"2027-01-07\"           | #/skipDates",
                "colour          | \"red\"                  | #/colour",
            })
    void a_block_that_makes_no_sense_is_refused(String field, String value, String pointer) throws Exception {
        as(INES).body(with(field, value))
                .post("/v1/courses/" + course + "/blocks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", hasItem(pointer))
                .body(not(containsString("bearhug.course")));
        as(INES).get("/v1/courses/" + course + "/blocks").then().body("items", hasSize(0));
    }

    @Test
    void too_many_skip_dates_and_empty_ones_are_refused() {
        List<String> many = java.util.stream.IntStream.rangeClosed(1, 101)
                .mapToObj(day -> java.time.LocalDate.ofYearDay(2027, day).toString())
                .toList();

        Teaching.unfold(INES, course, block("skipDates", many))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/skipDates"));
        Teaching.unfold(INES, course, block("skipDates", java.util.Arrays.asList("2027-01-01", null)))
                .then()
                .statusCode(400);
    }

    @Test
    void a_body_that_is_no_block_is_refused() {
        for (String body : List.of("", "[]", "null", "{", "{\"sessions\": 1, \"sessions\": 2}", "{} {}", "<block/>")) {
            as(INES).body(body)
                    .post("/v1/courses/" + course + "/blocks")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"));
        }
        as(INES).body("{\"title\": \"" + "a".repeat(300_000) + "\"}")
                .post("/v1/courses/" + course + "/blocks")
                .then()
                .statusCode(413);
    }

    @Test
    void the_longest_block_there_may_be_is_unfolded() {
        Teaching.unfold(INES, course, block("sessions", 52, "everyDays", 1))
                .then()
                .statusCode(201)
                .body("sessions", hasSize(52));
    }

    private static String with(String field, String value) throws JsonProcessingException {
        ObjectNode block = JSON.valueToTree(block());
        block.set(field, JSON.readTree(value));
        return block.toString();
    }
}
