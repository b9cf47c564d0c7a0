package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.money;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.ADA;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BlockTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void it_is_november() {
        TestClock.set(Instant.parse(Teaching.NOW));
    }

    @Test
    void a_block_unfolds_into_sessions() {
        String id = unfold(INES, draft(INES, "Unfolding"), block("skipDates", List.of("2027-01-14")))
                .then()
                .statusCode(201)
                .header("ETag", "\"v1\"")
                .body("state", equalTo("DRAFT"))
                .body("blockPrice.amount", equalTo(6500))
                .body(
                        "sessions.localStart",
                        equalTo(List.of(
                                "2027-01-07T10:00:00",
                                "2027-01-21T10:00:00",
                                "2027-01-28T10:00:00",
                                "2027-02-04T10:00:00")))
                .body("sessions[0].startsAt", equalTo("2027-01-07T10:00:00Z"))
                .body("sessions[0].endsAt", equalTo("2027-01-07T11:00:00Z"))
                .body("sessions.capacity", everyItem(equalTo(8)))
                .body("sessions.meeting", everyItem(equalTo("NONE")))
                .body("sessions.title", everyItem(equalTo("Unfolding")))
                .body("sessions[0].ageWeeks.from", equalTo(4))
                .body("sessions[0].dropInPrice.currency", equalTo("GBP"))
                .extract()
                .path("id");

        assertThat(new Sql(database).<Long>one("SELECT count(*) FROM session WHERE block_id = ?", UUID.fromString(id)))
                .isEqualTo(4);
    }

    @Test
    void a_time_that_the_clocks_skip_or_double_is_said() {
        String course = draft(INES, "At night");

        unfold(INES, course, block("firstStart", "2027-03-28T01:30:00", "sessions", 1))
                .then()
                .statusCode(201)
                .body("sessions[0].localStart", equalTo("2027-03-28T02:30:00"))
                .body("sessions[0].startsAt", equalTo("2027-03-28T01:30:00Z"))
                .body("sessions[0].clockChange", equalTo("SKIPPED"));
        unfold(INES, course, block("firstStart", "2027-10-31T01:30:00", "sessions", 1))
                .then()
                .statusCode(201)
                .body("sessions[0].localStart", equalTo("2027-10-31T01:30:00"))
                .body("sessions[0].startsAt", equalTo("2027-10-31T00:30:00Z"))
                .body("sessions[0].clockChange", equalTo("DOUBLED"));
    }

    @Test
    void a_draft_is_seen_by_its_instructor_and_the_admin_alone() {
        String course = course(INES, "Half hidden");
        String id = unfold(INES, course, block()).path("id");
        String session = as(INES).get("/v1/blocks/" + id).path("sessions[0].id");

        for (String path : List.of("/v1/blocks/" + id, "/v1/sessions/" + session)) {
            as(INES).get(path).then().statusCode(200);
            as(ADA).get(path).then().statusCode(200);
            as(NOOR).get(path).then().statusCode(404);
            as((Person) null).get(path).then().statusCode(404);
        }
        as(INES).get("/v1/courses/" + course + "/blocks").then().body("items", hasSize(1));
        as(NOOR).get("/v1/courses/" + course + "/blocks").then().body("items", hasSize(0));
    }

    @Test
    void a_published_block_is_seen_by_everybody() {
        String course = course(INES, "Open");
        String id = publishedBlock(INES, course);

        as((Person) null).get("/v1/blocks/" + id).then().statusCode(200).body("sessions", hasSize(4));
        as((Person) null).get("/v1/courses/" + course + "/blocks").then().body("items.id", equalTo(List.of(id)));
    }

    @Test
    void blocks_come_in_pages() {
        String course = course(INES, "Many blocks");
        String first = publishedBlock(INES, course);
        String second = publishedBlock(INES, course);
        String list = "/v1/courses/" + course + "/blocks?limit=1";

        String cursor = as(NOOR).get(list)
                .then()
                .body("items.id", equalTo(List.of(first)))
                .extract()
                .path("nextCursor");
        as(NOOR).get(list + "&cursor=" + cursor)
                .then()
                .body("items.id", equalTo(List.of(second)))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_change_of_a_block_reaches_the_sessions_to_come_and_no_other() {
        String id = publishedBlock(INES, course(INES, "Reaching"));
        List<String> sessions = as(INES).get("/v1/blocks/" + id).path("sessions.id");
        as(INES).post("/v1/sessions/" + sessions.get(2) + "/cancel").then().statusCode(200);
        TestClock.set(Instant.parse("2027-01-08T00:00:00Z"));

        change(INES, "/v1/blocks/" + id, "capacity", 12, "dropInPrice", null, "ageWeeks", Map.of("from", 0, "to", 52))
                .then()
                .statusCode(200)
                .body("sessions.capacity", equalTo(List.of(8, 12, 8, 12)))
                .body("sessions[0].dropInPrice.amount", equalTo(1800))
                .body("sessions[1].dropInPrice", nullValue())
                .body("sessions[3].ageWeeks.to", equalTo(52));
    }

    @Test
    void one_block_has_one_currency() {
        String course = draft(INES, "Currencies");
        Map<String, Object> euros = Map.of("amount", 2000, "currency", "EUR");

        unfold(INES, course, block("dropInPrice", euros))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/dropInPrice/currency"));
        String path = "/v1/blocks/" + unfold(INES, course, block()).path("id");
        change(INES, path, "blockPrice", euros).then().statusCode(400);
        change(INES, path, "blockPrice", euros, "dropInPrice", euros).then().statusCode(200);
        change(INES, path, "dropInPrice", money(1)).then().statusCode(400);
    }

    @Test
    void a_block_is_published_after_its_course_and_before_it_begins() {
        String course = draft(INES, "In order");
        String path = "/v1/blocks/" + unfold(INES, course, block()).path("id");

        as(INES).post(path + "/publish").then().statusCode(409).body("code", equalTo("course-not-published"));
        Teaching.publish(INES, "/v1/courses/" + course);
        TestClock.set(Instant.parse("2027-01-07T10:00:00Z"));
        as(INES).post(path + "/publish").then().statusCode(409).body("code", equalTo("block-begun"));
        TestClock.set(Instant.parse("2027-01-07T09:59:00Z"));
        as(INES).post(path + "/publish").then().statusCode(200).body("state", equalTo("PUBLISHED"));
    }

    @Test
    void an_archived_block_is_never_sold_again() {
        String course = course(INES, "Archived");
        String path = "/v1/blocks/" + publishedBlock(INES, course);

        as(INES).post(path + "/archive").then().statusCode(200).body("state", equalTo("ARCHIVED"));
        as(INES).post(path + "/archive").then().statusCode(200);
        as(INES).post(path + "/publish").then().statusCode(409).body("code", equalTo("block-archived"));
        as((Person) null).get(path).then().statusCode(200).body("sessions.state", everyItem(equalTo("SCHEDULED")));
    }

    @Test
    void archiving_a_course_archives_its_blocks() {
        String course = course(INES, "All of it");
        String path = "/v1/blocks/" + publishedBlock(INES, course);

        as(INES).post("/v1/courses/" + course + "/archive").then().statusCode(200);

        as(NOOR).get(path)
                .then()
                .body("state", equalTo("ARCHIVED"))
                .body("sessions.state", everyItem(equalTo("SCHEDULED")));
        unfold(INES, course, block()).then().statusCode(409).body("code", equalTo("course-archived"));
    }
}
