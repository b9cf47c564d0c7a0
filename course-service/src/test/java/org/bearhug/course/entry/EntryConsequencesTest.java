package org.bearhug.course.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.money;
import static org.bearhug.course.entry.Integration.entry;
import static org.bearhug.course.entry.Integration.name;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bearhug.course.Facts;
import org.bearhug.course.Teaching;
import org.bearhug.course.capacity.FakeBookings;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an integration does to a class has the consequences that it has by hand. */
@QuarkusTest
class EntryConsequencesTest extends EntryWorld {

    private String session;

    @BeforeEach
    void a_class_with_eight_seats_is_for_sale() {
        session = website.put(name, entry("courseId", course)).path("session.id");
    }

    @AfterEach
    void all_is_well_again() {
        FakeBookings.is("well");
    }

    @Test
    void a_lower_capacity_is_agreed_on_with_bookings() {
        FakeBookings.take(session, 5);

        website.put(name, entry("courseId", course, "capacity", 5))
                .then()
                .statusCode(200)
                .body("session.capacity", equalTo(5));
        assertThat(FakeBookings.asked()).contains("{\"sessionId\":\"" + session + "\",\"capacity\":5}");
    }

    @Test
    void a_capacity_below_what_is_taken_is_refused_and_all_else_with_it() {
        FakeBookings.take(session, 6);
        Facts facts = Facts.fromNowOn();

        website.put(name, entry("courseId", course, "capacity", 5, "title", "Smaller"))
                .then()
                .statusCode(409)
                .body("code", equalTo("capacity-below-taken"))
                .body("sessions[0].taken", equalTo(6));
        website.get(name).then().body("session.capacity", equalTo(8)).body("title", nullValue());
        assertThat(facts.about(session)).isEmpty();
    }

    @Test
    void another_price_is_told_of_the_class_and_its_block() {
        Facts facts = Facts.fromNowOn();

        website.put(name, entry("courseId", course, "price", money(2200)))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("changed"))
                .body("price.amount", equalTo(2200));
        website.put(name, entry("courseId", course, "price", money(2200)))
                .then()
                .body("outcome", equalTo("unchanged"));

        Map<String, Object> told = Map.of("amount", 2200, "currency", "GBP");
        assertThat(facts.state("session.changed", session)).containsEntry("dropInPrice", told);
        assertThat(facts.state("block.changed", block())).containsEntry("blockPrice", told);
    }

    @Test
    void a_price_below_what_the_instructor_set_by_hand_is_refused_as_it_is_by_hand() {
        change(INES, "/v1/blocks/" + block(), "pricing", Map.of("minimum", money(1000)))
                .then()
                .statusCode(200);
        change(INES, "/v1/blocks/" + block(), "blockPrice", money(900)).then().statusCode(400);

        for (Object price : List.of(money(900), Map.of("amount", 2000, "currency", "EUR"))) {
            website.put(name, entry("courseId", course, "price", price, "title", "Cheaper"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("pricing-conflict"));
        }
        website.get(name).then().body("price.amount", equalTo(1800)).body("title", nullValue());
        website.put(name, entry("courseId", course, "price", money(1000)))
                .then()
                .statusCode(200);
    }

    private String block() {
        return website.get(name).path("session.blockId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "silent", "confused"})
    void when_bookings_cannot_be_asked_only_lowering_waits(String mood) {
        FakeBookings.is(mood);

        website.put(name, entry("courseId", course, "capacity", 5))
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("service-unavailable"));
        website.put(name, entry("courseId", course, "capacity", 9)).then().statusCode(200);
        website.put(name, entry("courseId", course, "capacity", 9))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unchanged"));
    }

    @Test
    void a_class_that_has_begun_is_not_moved_and_one_that_is_over_may_be_said_again() {
        TestClock.set(Instant.parse("2027-01-07T10:00:00Z"));

        website.put(name, entry("courseId", course, "start", "2027-02-01T10:00:00"))
                .then()
                .statusCode(409)
                .body("code", equalTo("session-begun"));
        TestClock.set(Instant.parse("2027-06-07T10:00:00Z"));
        website.put(name, entry("courseId", course)).then().statusCode(200).body("outcome", equalTo("unchanged"));
        website.delete(name).then().statusCode(409).body("code", equalTo("session-over"));
    }

    @Test
    void a_class_is_cancelled_and_how_many_had_booked_is_told() {
        FakeBookings.take(session, 3);
        Facts facts = Facts.fromNowOn();

        website.delete(name)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("cancelled"))
                .body("booked", equalTo(3))
                .body("session.state", equalTo("CANCELLED"));

        assertThat(facts.state("session.changed", session)).containsEntry("state", "CANCELLED");
        website.get(name).then().statusCode(200).body("session.state", equalTo("CANCELLED"));
    }

    @Test
    void a_class_is_cancelled_once() {
        website.delete(name).then().statusCode(200).body("booked", equalTo(0));
        Facts facts = Facts.fromNowOn();

        website.delete(name)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("unchanged"))
                .body("booked", nullValue())
                .body("session.state", equalTo("CANCELLED"));
        assertThat(facts.about(session)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"away", "silent", "confused"})
    void a_class_is_cancelled_also_when_nobody_can_tell_who_had_booked(String mood) {
        FakeBookings.is(mood);

        website.delete(name)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("cancelled"))
                .body("booked", nullValue());
    }

    @Test
    void a_cancelled_class_does_not_come_back_under_its_id() {
        as(INES).post("/v1/sessions/" + session + "/cancel").then().statusCode(200);

        website.put(name, entry("courseId", course)).then().statusCode(409).body("code", equalTo("session-cancelled"));
    }

    @Test
    void a_class_stays_in_its_course() {
        Facts facts = Facts.fromNowOn();

        website.put(name, entry("courseId", course(INES, "Another"), "capacity", 20))
                .then()
                .statusCode(409)
                .body("code", equalTo("entry-of-another-course"));
        website.put(name, entry("externalCourseId", name, "course", Teaching.course("New")))
                .then()
                .statusCode(409)
                .body("code", equalTo("entry-of-another-course"));
        website.get(name).then().body("session.capacity", equalTo(8));
        assertThat(facts.about(session)).isEmpty();
    }

    @Test
    void a_course_of_ones_own_naming_is_written_once_and_its_words_are_left_alone() {
        String first = website.put(
                        name + "-1", entry("externalCourseId", name, "course", Teaching.course("First words")))
                .path("session.courseId");
        website.put(name + "-2", entry("externalCourseId", name, "course", Teaching.course("Other words")))
                .then()
                .statusCode(201)
                .body("session.courseId", equalTo(first))
                .body("session.title", equalTo("First words"));
        website.put(name + "-3", entry("externalCourseId", name))
                .then()
                .statusCode(201)
                .body("session.courseId", equalTo(first));
        as((String) null)
                .get("/v1/courses/" + first)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("title", equalTo("First words"));
    }
}
