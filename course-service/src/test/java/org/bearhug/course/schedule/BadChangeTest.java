package org.bearhug.course.schedule;

import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BadChangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "courses  | {\"title\": \"\"}                       | #/title",
                "courses  | {\"title\": \"a\\u0000b\"}              | #/title",
                "courses  | {\"title\": 5}                          | #/title",
                "courses  | {\"topic\": \"Baby Massage\"}           | #/topic",
                "courses  | {\"topic\": \"-baby\"}                  | #/topic",
                "courses  | {\"language\": \"english\"}             | #/language",
                "courses  | {\"description\": \"a\\u0007b\"}        | #/description",
                "courses  | {\"description\": [\"a\"]}              | #/description",
                "courses  | {\"state\": \"PUBLISHED\"}              | #/state",
                "courses  | {\"title\": \"a\", \"title\": \"b\"}    | #",
                "blocks   | {\"capacity\": 0}                       | #/capacity",
                "blocks   | {\"capacity\": \"9\"}                   | #/capacity",
                "blocks   | {\"title\": \"a\\nb\"}                  | #/title",
                "blocks   | {\"dropInPrice\": {\"amount\": -1, \"currency\": \"GBP\"}} | #/dropInPrice/amount",
                "blocks   | {\"dropInPrice\": {\"amount\": 1, \"currency\": \"EUR\"}}  | #/dropInPrice/currency",
                "blocks   | {\"ageWeeks\": {\"from\": 9, \"to\": 1}} | #/ageWeeks/to",
                "blocks   | {\"timeZone\": \"Europe/Paris\"}        | #/timeZone",
                "blocks   | {\"callLink\": \"ftp://x.example\"}     | #/callLink",
                "sessions | {\"localStart\": \"2027-01-07\"}        | #/localStart",
                "sessions | {\"localStart\": \"2027-01-07T10:00:00+01:00\"} | #/localStart",
                "sessions | {\"localStart\": \"+999999999-12-31T23:59:59\"} | #/localStart",
                "sessions | {\"timeZone\": \"Mars/Olympus\"}        | #/timeZone",
                "sessions | {\"durationMinutes\": 1000000}          | #/durationMinutes",
                "sessions | {\"dropInPrice\": {\"amount\": 1, \"currency\": \"EUR\"}}  | #/dropInPrice/currency",
                "sessions | {\"callLink\": {\"url\": \"https://x.example\"}} | #/callLink",
                "sessions | {\"startsAt\": \"2027-01-07T10:00:00Z\"} | #/startsAt",
            })
    void a_change_that_makes_no_sense_is_refused(String what, String body, String pointer) {
        String course = course(INES, "Strict");
        String block = publishedBlock(INES, course);
        String session = as(INES).get("/v1/blocks/" + block).path("sessions[0].id");
        String id = what.equals("courses") ? course : what.equals("blocks") ? block : session;

        as(INES).header("If-Match", "*")
                .body(body)
                .patch("/v1/" + what + "/" + id)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", hasItem(pointer));
    }
}
