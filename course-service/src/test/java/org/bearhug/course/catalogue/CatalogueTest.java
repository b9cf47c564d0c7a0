package org.bearhug.course.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.publish;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest {

    /** Sets the courses of one test apart from all others. */
    private final String topic = "t-" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void it_is_november() {
        TestClock.set(Instant.parse(Teaching.NOW));
    }

    @Test
    void the_newest_published_course_comes_first_and_drafts_and_archived_ones_not_at_all() {
        String older = listed(INES, "Older", "", "");
        TestClock.set(Instant.parse("2026-11-24T12:01:00Z"));
        String newer = listed(NOOR, "Newer", "", "");
        String archived = listed(INES, "Archived", "", "");
        as(INES).post("/v1/courses/" + archived + "/archive").then().statusCode(200);
        write(INES, "Draft", "", "");

        assertThat(find("")).containsExactly(newer, older);
        assertThat(find("&instructor=" + INES.id())).containsExactly(older);
    }

    @Test
    void words_and_their_beginnings_are_found_the_better_match_first() {
        String inText = listed(INES, "Together", "Time for you both", "We learn infant reflexology from head to toe.");
        String inSummary = listed(INES, "Quiet hour", "Reflexology for tired babies", "");
        String inTitle = listed(INES, "Baby reflexology", "For small feet", "");

        assertThat(find("&q=reflexology")).containsExactly(inTitle, inSummary, inText);
        assertThat(find("&q=REFLEXO")).containsExactly(inTitle, inSummary, inText);
        assertThat(find("&q=reflexology%20tired")).containsExactly(inSummary);
        assertThat(find("&q=learning%20reflex")).containsExactly(inText);
        assertThat(find("&q=reflexology%20parachute")).isEmpty();
    }

    @Test
    void whatever_is_typed_is_looked_for_and_never_a_fault() {
        listed(INES, "Plain", "", "");

        for (String odd : List.of(
                "%27",
                "a%26b", "%21%21", "%28%3A%2A", "%5C", "%00", "%F0%9F%8D%BC", "the", "%27%3A%2A%20%7C%20a", "")) {
            as((Person) null).get("/v1/courses?q=" + odd).then().statusCode(200);
        }
        assertThat(find("&q=%21%21")).isEmpty();
    }

    @Test
    void a_course_shows_what_is_to_come_of_it() {
        String id = listed(INES, "To come", "", "");
        publishedBlock(INES, id, "ageWeeks", Map.of("from", 4, "to", 20));
        publishedBlock(INES, id, "ageWeeks", Map.of("from", 16, "to", 52), "firstStart", "2027-05-06T10:00:00");
        unfold(INES, id, block("ageWeeks", Map.of("from", 0, "to", 200), "firstStart", "2026-12-01T10:00:00"));

        as((Person) null)
                .get("/v1/courses?topic=" + topic)
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].nextStart", equalTo("2027-01-07T10:00:00Z"))
                .body("items[0].ageWeeks.from", equalTo(4))
                .body("items[0].ageWeeks.to", equalTo(52));
        TestClock.set(Instant.parse("2027-02-01T00:00:00Z"));
        as((Person) null)
                .get("/v1/courses?topic=" + topic)
                .then()
                .body("items[0].nextStart", equalTo("2027-05-06T09:00:00Z"))
                .body("items[0].ageWeeks.from", equalTo(16));
        TestClock.set(Instant.parse("2028-02-01T00:00:00Z"));
        as((Person) null)
                .get("/v1/courses?topic=" + topic)
                .then()
                .body("items", hasSize(1))
                .body("items[0].nextStart", nullValue())
                .body("items[0].ageWeeks", nullValue());
    }

    @Test
    void an_age_fits_a_session_to_come_both_ends_inclusive() {
        String small = listed(INES, "Small", "", "");
        publishedBlock(INES, small, "ageWeeks", Map.of("from", 4, "to", 20));
        String big = listed(INES, "Big", "", "");
        publishedBlock(INES, big, "ageWeeks", Map.of("from", 20, "to", 52));
        listed(INES, "Nothing planned", "", "");

        assertThat(find("&ageWeeks=3")).isEmpty();
        assertThat(find("&ageWeeks=4")).containsExactly(small);
        assertThat(find("&ageWeeks=20")).containsExactlyInAnyOrder(small, big);
        assertThat(find("&ageWeeks=52")).containsExactly(big);
        assertThat(find("&ageWeeks=53")).isEmpty();
    }

    @Test
    void days_and_age_must_fit_the_same_session() {
        String id = listed(INES, "Fitting", "", "");
        publishedBlock(INES, id, "sessions", 1, "ageWeeks", Map.of("from", 4, "to", 10));
        publishedBlock(
                INES, id, "sessions", 1, "ageWeeks", Map.of("from", 30, "to", 40), "firstStart", "2027-05-06T10:00:00");

        assertThat(find("&from=2027-01-07&to=2027-01-07")).containsExactly(id);
        assertThat(find("&from=2027-01-08&to=2027-05-05")).isEmpty();
        assertThat(find("&from=2027-05-06&ageWeeks=30")).containsExactly(id);
        assertThat(find("&from=2027-05-06&ageWeeks=4")).isEmpty();
        assertThat(find("&to=%2B999999999-12-31")).containsExactly(id);
        as((Person) null)
                .get("/v1/courses?topic=" + topic + "&ageWeeks=35")
                .then()
                .body("items[0].nextStart", equalTo("2027-05-06T09:00:00Z"));
    }

    @Test
    void cancelled_and_archived_sessions_are_not_to_come() {
        String id = listed(INES, "Cancelled", "", "");
        String block = publishedBlock(INES, id, "sessions", 1);
        String session = as(INES).get("/v1/blocks/" + block).path("sessions[0].id");
        String archived = publishedBlock(INES, id, "sessions", 1);
        as(INES).post("/v1/sessions/" + session + "/cancel").then().statusCode(200);
        as(INES).post("/v1/blocks/" + archived + "/archive").then().statusCode(200);

        assertThat(find("&ageWeeks=10")).isEmpty();
        assertThat(find("")).containsExactly(id);
    }

    @Test
    void ones_own_courses_are_listed_with_their_drafts() {
        String published = course(NOOR, "Noor's");
        String draft = draft(NOOR, "Noor's draft");
        String another = course(INES, "Not Noor's");

        assertThat(as(NOOR).get("/v1/me/courses?limit=100").<List<String>>path("items.id"))
                .contains(published, draft)
                .doesNotContain(another);
    }

    private String listed(Person instructor, String title, String summary, String description) {
        String id = write(instructor, title, summary, description);
        publish(instructor, "/v1/courses/" + id);
        return id;
    }

    private String write(Person instructor, String title, String summary, String description) {
        String id = draft(instructor, title);
        change(instructor, "/v1/courses/" + id, "topic", topic, "description", description)
                .then()
                .statusCode(200);
        if (!summary.isEmpty()) {
            change(instructor, "/v1/courses/" + id, "summary", summary).then().statusCode(200);
        }
        return id;
    }

    private List<String> find(String filters) {
        return as((Person) null)
                .get("/v1/courses?topic=" + topic + filters)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
