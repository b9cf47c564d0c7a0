package org.bearhug.course.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.money;
import static org.bearhug.course.entry.Integration.entry;
import static org.bearhug.course.entry.Integration.name;
import static org.bearhug.course.entry.Integration.path;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.Facts;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClassEntryTest extends EntryWorld {

    private static final Map<String, String> LINK = Map.of("kind", "LINK", "link", "https://calls.example/private-way");

    @Test
    void a_class_is_made_and_is_for_sale_at_once() {
        Facts facts = Facts.fromNowOn();

        Response made = website.put(name, entry("courseId", course, "title", "By the sea", "meeting", LINK));

        made.then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("outcome", equalTo("created"))
                .body("externalId", equalTo(name))
                .body("title", equalTo("By the sea"))
                .body("session.startsAt", equalTo("2027-01-07T10:00:00Z"))
                .body("session.courseId", equalTo(course))
                .body("session.dropInPrice.amount", equalTo(1800))
                .body("session.meeting", equalTo("READY"));
        assertThat(made.asString()).doesNotContain("private-way", "version", "cost");
        String session = made.path("session.id");
        String block = made.path("session.blockId");
        assertThat(facts.state("session.changed", session)).containsEntry("published", true);
        assertThat(facts.state("block.changed", block))
                .containsEntry("state", "PUBLISHED")
                .containsEntry("title", "By the sea");
        assertThat(facts.state("meeting.changed", session)).containsEntry("state", "READY");
        as((Person) null)
                .get("/v1/blocks/" + block)
                .then()
                .statusCode(200)
                .body("sessions", hasSize(1))
                .body("blockPrice.amount", equalTo(1800));
    }

    @Test
    void the_same_said_twice_does_nothing_twice() {
        Map<String, Object> wish = entry("courseId", course, "title", "By the sea", "meeting", LINK);
        Response made = website.put(name, wish);
        Facts facts = Facts.fromNowOn();

        Response again = website.put(name, wish);

        again.then().statusCode(200).body("outcome", equalTo("unchanged")).header("ETag", made.header("ETag"));
        assertThat(again.<Map<String, Object>>path("session")).isEqualTo(made.path("session"));
        assertThat(facts.about(made.path("session.id"), made.path("session.blockId")))
                .isEmpty();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void what_is_different_is_changed_and_told_and_nothing_else() {
        Response made = website.put(name, entry("courseId", course, "title", "By the sea", "meeting", LINK));
        String session = made.path("session.id");
        Facts facts = Facts.fromNowOn();

        Response changed = website.put(
                name,
                entry(
                        "courseId",
                        course,
                        "start",
                        "2027-07-08T18:30:00",
                        "durationMinutes",
                        45,
                        "capacity",
                        12,
                        "price",
                        Map.of("amount", 2000, "currency", "EUR"),
                        "ageWeeks",
                        Map.of("from", 8, "to", 40)));

        changed.then()
                .statusCode(200)
                .body("outcome", equalTo("changed"))
                .body("title", nullValue())
                .body("price.currency", equalTo("EUR"))
                .body("session.id", equalTo(session))
                .body("session.startsAt", equalTo("2027-07-08T17:30:00Z"))
                .body("session.endsAt", equalTo("2027-07-08T18:15:00Z"))
                .body("session.capacity", equalTo(12))
                .body("session.dropInPrice.currency", equalTo("EUR"))
                .body("session.ageWeeks.to", equalTo(40))
                .body("session.meeting", equalTo("NONE"));
        assertThat(changed.header("ETag")).isNotEqualTo(made.header("ETag"));
        assertThat(facts.state("session.changed", session)).containsEntry("localStart", "2027-07-08T18:30:00");
        assertThat(facts.state("meeting.changed", session)).containsEntry("state", "NONE");
        assertThat(facts.state("block.changed", made.path("session.blockId"))).containsEntry("title", "Entered");
    }

    @Test
    void another_link_is_a_change_and_the_same_is_none() {
        website.put(name, entry("courseId", course, "meeting", LINK)).then().statusCode(201);

        website.put(name, entry("courseId", course, "meeting", LINK)).then().body("outcome", equalTo("unchanged"));
        Map<String, String> other = Map.of("kind", "LINK", "link", "https://calls.example/other");
        website.put(name, entry("courseId", course, "meeting", other)).then().body("outcome", equalTo("changed"));
        website.put(name, entry("courseId", course, "meeting", other)).then().body("outcome", equalTo("unchanged"));
    }

    @Test
    void a_time_that_the_clocks_skip_is_moved_once_and_then_left_alone() {
        Map<String, Object> wish = entry("courseId", course, "start", "2027-03-28T01:30:00");
        website.put(name, wish)
                .then()
                .statusCode(201)
                .body("session.localStart", equalTo("2027-03-28T02:30:00"))
                .body("session.clockChange", equalTo("SKIPPED"));

        website.put(name, wish).then().body("outcome", equalTo("unchanged"));
    }

    @Test
    void what_was_changed_by_hand_is_seen_and_set_right() {
        Response made = website.put(name, entry("courseId", course));
        String session = "/v1/sessions/" + made.path("session.id");
        change(INES, session, "localStart", "2027-01-08T10:00:00", "dropInPrice", money(100))
                .then()
                .statusCode(200);

        website.get(name)
                .then()
                .statusCode(200)
                .body("session.localStart", equalTo("2027-01-08T10:00:00"))
                .body("session.dropInPrice.amount", equalTo(100));
        website.put(name, entry("courseId", course)).then().body("outcome", equalTo("changed"));
        as(INES).get(session)
                .then()
                .body("localStart", equalTo("2027-01-07T10:00:00"))
                .body("dropInPrice.amount", equalTo(1800));
    }

    @Test
    void whoever_sends_a_version_does_not_overwrite_another() {
        String seen = website.put(name, entry("courseId", course)).header("ETag");
        as(website.token())
                .header("If-Match", seen)
                .body(entry("courseId", course, "capacity", 9))
                .put(path(name))
                .then()
                .statusCode(200);

        for (String stale : new String[] {seen, "\"v0\""}) {
            as(website.token())
                    .header("If-Match", stale)
                    .body(entry("courseId", course, "capacity", 10))
                    .put(path(name))
                    .then()
                    .statusCode(412)
                    .body("code", equalTo("version-conflict"));
        }
        as(website.token())
                .header("If-Match", seen)
                .body(entry("courseId", course))
                .put(path(name()))
                .then()
                .statusCode(412);
        website.get(name).then().body("session.capacity", equalTo(9));
    }

    @Test
    void each_instructor_has_names_of_her_own() {
        website.put(name, entry("courseId", course)).then().statusCode(201);
        Integration noors = Integration.of(NOOR);

        noors.get(name).then().statusCode(404);
        noors.delete(name).then().statusCode(404);
        noors.put(name, entry("courseId", course)).then().statusCode(404).body("code", equalTo("not-found"));
        noors.put(name, entry("courseId", course(NOOR, "Hers"))).then().statusCode(201);
        assertThat(entries()).isEqualTo(2);
    }

    private long entries() {
        return new Sql(database).<Long>one("SELECT count(*) FROM class_entry WHERE external_id = ?", name);
    }

    @Test
    void an_entry_is_a_block_that_is_one_session() {
        Response made = website.put(name, entry("courseId", course));

        assertThat(new Sql(database).<UUID>one("SELECT block_id FROM class_entry WHERE external_id = ?", name))
                .hasToString(made.path("session.blockId"));
        as(INES).get("/v1/courses/" + course + "/blocks").then().body("items", hasSize(1));
    }
}
