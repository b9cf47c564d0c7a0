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
import static org.bearhug.testing.Person.INES;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bearhug.course.Facts;
import org.bearhug.course.Teaching;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScheduleFactsTest {

    private Facts facts;

    @BeforeEach
    void listen() {
        facts = Facts.fromNowOn();
    }

    @Test
    void a_course_is_told_with_each_of_its_states() {
        String course = course(INES, "Told");
        change(INES, "/v1/courses/" + course, "topic", "baby-yoga");
        as(INES).post("/v1/courses/" + course + "/archive");

        assertThat(facts.about(course)).extracting("type").containsOnly("course.changed");
        assertThat(facts.about(course)).extracting("version").containsExactly(1, 2, 3, 4);
        assertThat(facts.about(course))
                .extracting("data.state")
                .containsExactly("DRAFT", "PUBLISHED", "PUBLISHED", "ARCHIVED");
        assertThat(facts.state("course.changed", course))
                .isEqualTo(Map.of(
                        "id", course,
                        "instructorId", INES.id().toString(),
                        "title", "Told",
                        "topic", "baby-yoga",
                        "state", "ARCHIVED"));
    }

    @Test
    void a_session_is_told_whole() {
        String course = course(INES, "Whole");
        Response made = unfold(INES, course, block());
        String session = made.path("sessions[0].id");

        assertThat(facts.state("session.changed", session))
                .isEqualTo(Map.ofEntries(
                        Map.entry("id", session),
                        Map.entry("courseId", course),
                        Map.entry("blockId", made.path("id")),
                        Map.entry("instructorId", INES.id().toString()),
                        Map.entry("title", "Whole"),
                        Map.entry("startsAt", "2027-01-07T10:00:00Z"),
                        Map.entry("endsAt", "2027-01-07T11:00:00Z"),
                        Map.entry("localStart", "2027-01-07T10:00:00"),
                        Map.entry("timeZone", "Europe/London"),
                        Map.entry("capacity", 8),
                        Map.entry("ageWeeks", Map.of("from", 4, "to", 30)),
                        Map.entry("dropInPrice", Map.of("amount", 1800, "currency", "GBP")),
                        Map.entry("state", "SCHEDULED"),
                        Map.entry("published", false)));
    }

    @Test
    void when_a_block_is_published_its_sessions_are_told_before_it() {
        String course = course(INES, "In order");
        Response made = unfold(INES, course, block());
        List<Object> sessions = made.path("sessions.id");
        String block = made.path("id");
        Facts published = Facts.fromNowOn();

        Teaching.publish(INES, "/v1/blocks/" + block);

        Object[] all = {sessions.get(0), sessions.get(1), sessions.get(2), sessions.get(3), block};
        assertThat(published.about(all)).extracting("subject").containsExactly(all);
        assertThat(published.state("session.changed", sessions.get(3))).containsEntry("published", true);
        assertThat(published.state("block.changed", block))
                .containsEntry("state", "PUBLISHED")
                .containsEntry("title", "In order")
                .containsEntry("sessionIds", sessions)
                .containsEntry("blockPrice", Map.of("amount", 6500, "currency", "GBP"));
    }

    @Test
    void versions_grow_with_every_change_whoever_made_it() {
        String course = course(INES, "Growing");
        String block = publishedBlock(INES, course, "sessions", 2, "callLink", "https://calls.example/grow");
        String session = as(INES).get("/v1/blocks/" + block).path("sessions[0].id");

        change(INES, "/v1/sessions/" + session, "capacity", 9);
        change(INES, "/v1/blocks/" + block, "blockPrice", money(7000));
        change(INES, "/v1/courses/" + course, "title", "Grown");
        as(INES).post("/v1/sessions/" + session + "/cancel");
        as(INES).post("/v1/courses/" + course + "/archive");

        Map<Object, Integer> last = new HashMap<>();
        for (Map<String, Object> fact : facts.about(course, block, session)) {
            Integer before = last.put(fact.get("type"), (Integer) fact.get("version"));
            assertThat(before == null || before < (Integer) fact.get("version"))
                    .as("%s", fact)
                    .isTrue();
        }
        assertThat(facts.state("session.changed", session))
                .containsEntry("title", "Grown")
                .containsEntry("state", "CANCELLED")
                .containsEntry("published", true)
                .doesNotContainKey("dropInPrice");
        assertThat(facts.state("block.changed", block))
                .containsEntry("title", "Grown")
                .containsEntry("state", "ARCHIVED");
    }

    @Test
    void a_moved_session_changes_its_place_in_the_block() {
        String block = publishedBlock(INES, course(INES, "Moving"), "sessions", 3);
        List<String> sessions = as(INES).get("/v1/blocks/" + block).path("sessions.id");

        change(INES, "/v1/sessions/" + sessions.get(0), "localStart", "2027-03-01T10:00:00")
                .then()
                .statusCode(200);

        List<String> reordered = List.of(sessions.get(1), sessions.get(2), sessions.get(0));
        assertThat(facts.state("block.changed", block)).containsEntry("sessionIds", reordered);
        as(INES).get("/v1/blocks/" + block).then().body("sessions.id", org.hamcrest.Matchers.equalTo(reordered));
    }

    @Test
    void what_is_refused_is_not_told() {
        String course = draft(INES, "Silent");
        String block = unfold(INES, course, block()).path("id");
        Facts after = Facts.fromNowOn();

        as(INES).post("/v1/blocks/" + block + "/publish").then().statusCode(409);
        unfold(INES, course, block("firstStart", "2020-01-01T10:00:00")).then().statusCode(400);

        assertThat(after.about(course, block)).isEmpty();
    }
}
