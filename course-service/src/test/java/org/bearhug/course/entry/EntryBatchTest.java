package org.bearhug.course.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.entry.Integration.entry;
import static org.bearhug.course.entry.Integration.name;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bearhug.course.Teaching;
import org.bearhug.course.capacity.FakeBookings;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntryBatchTest extends EntryWorld {

    @AfterEach
    void all_is_well_again() {
        FakeBookings.is("well");
    }

    @Test
    void each_item_has_a_result_of_its_own_and_a_bad_one_holds_up_no_other() {
        website.put(name + "-same", entry("courseId", course)).then().statusCode(201);
        website.put(name + "-other", entry("courseId", course)).then().statusCode(201);

        post(
                        "",
                        item("new", entry("courseId", course)),
                        item("bad", entry("courseId", course, "capacity", 0)),
                        item("same", entry("courseId", course)),
                        item("unread", entry("courseId", course, "capacity", "many")),
                        item("other", entry("courseId", course, "capacity", 9)),
                        item("other", entry("courseId", course, "capacity", 10)),
                        item("closed", entry("courseId", Teaching.draft(INES, "Draft"))),
                        item("new/2", entry("courseId", course)),
                        item("empty", null))
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("created", equalTo(1))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("failed", equalTo(6))
                .body("items", hasSize(9))
                .body("items[0].externalId", equalTo(name + "-new"))
                .body("items[0].outcome", equalTo("created"))
                .body("items[0].session.startsAt", equalTo("2027-01-07T10:00:00Z"))
                .body("items[0].problem", nullValue())
                .body("items[1].outcome", nullValue())
                .body("items[1].problem.code", equalTo("invalid-request"))
                .body("items[1].problem.status", equalTo(400))
                .body("items[1].problem.errors.pointer", contains("#/capacity"))
                .body("items[2].outcome", equalTo("unchanged"))
                .body("items[3].problem.errors.pointer", contains("#/capacity"))
                .body("items[4].outcome", equalTo("changed"))
                .body("items[5].problem.errors.pointer", contains("#/externalId"))
                .body("items[6].problem.code", equalTo("course-not-published"))
                .body("items[6].problem.type", equalTo("urn:bearhug:problem:course-not-published"))
                .body("items[7].problem.errors.pointer", contains("#/externalId"))
                .body("items[8].problem.code", equalTo("invalid-request"))
                .body("items[8].problem.errors.pointer", contains("#/entry"));
        assertThat(entries()).isEqualTo(3);
        website.get(name + "-other").then().body("session.capacity", equalTo(9));
    }

    @Test
    void a_dry_run_says_what_would_happen_and_writes_nothing() {
        website.put(name + "-same", entry("courseId", course)).then().statusCode(201);
        String lowered = website.put(name + "-lower", entry("courseId", course)).path("session.id");
        FakeBookings.take(lowered, 7);
        String asked = FakeBookings.asked();
        String before = everything();

        Response told = post(
                "?dryRun=true",
                item("new", entry("externalCourseId", name, "course", Teaching.course("Dry"))),
                item("second", entry("externalCourseId", name)),
                item("same", entry("courseId", course)),
                item("lower", entry("courseId", course, "capacity", 6)),
                item("bad", entry("courseId", course, "start", "2020-01-01T10:00:00")));

        told.then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("items.outcome", equalTo(Arrays.asList("created", "created", "unchanged", null, null)))
                .body("items[0].session", nullValue())
                .body("items[3].problem.code", equalTo("capacity-below-taken"))
                .body("items[3].problem.sessions[0].taken", equalTo(7))
                .body("items[4].problem.errors.pointer", hasItem("#/start"))
                .body("zoom.creates", equalTo(0))
                .body("zoom.updates", equalTo(0));
        assertThat(everything()).isEqualTo(before);
        assertThat(FakeBookings.asked()).as("nobody is bound").isEqualTo(asked);
    }

    private String everything() {
        return new Sql(database)
                .rows(
                        """
                        SELECT (SELECT count(*) FROM outbox) AS facts, (SELECT count(*) FROM course) AS courses,
                               (SELECT sum(version) FROM session) AS sessions, (SELECT count(*) FROM class_entry) AS entries,
                               (SELECT count(*) FROM idempotency_record) AS keys""")
                .toString();
    }

    @Test
    void what_may_succeed_later_says_when() {
        website.put(name + "-lower", entry("courseId", course)).then().statusCode(201);
        FakeBookings.is("away");
        Map<String, Object> lower = item("lower", entry("courseId", course, "capacity", 2));

        for (String query : new String[] {"", "?dryRun=true"}) {
            post(query, lower, item("new" + query.length(), entry("courseId", course)))
                    .then()
                    .statusCode(200)
                    .body("items[0].problem.code", equalTo("service-unavailable"))
                    .body("items[0].retryAfter", notNullValue())
                    .body("items[1].outcome", equalTo("created"));
        }
    }

    @Test
    void a_batch_that_has_to_wait_too_long_leaves_the_rest_for_another_time() {
        String session = website.put(name + "-lower", entry("courseId", course)).path("session.id");
        FakeBookings.is("silent");

        List<Response> answers = Race.of(2, n -> () -> {
            if (n == 0) {
                return post(
                        "",
                        item("lower", entry("courseId", course, "capacity", 2)),
                        item("late", entry("courseId", course)));
            }
            await().until(() -> FakeBookings.asked().contains(session));
            TestClock.set(Instant.parse(Teaching.NOW).plusSeconds(21));
            return null;
        });

        answers.get(0)
                .then()
                .statusCode(200)
                .body("items.problem.code", contains("service-unavailable", "service-unavailable"))
                .body("items[1].retryAfter", equalTo(2));
        website.get(name + "-late").then().statusCode(404);
    }

    @Test
    void a_retry_with_the_same_key_gets_the_same_answer() {
        Map<String, Object> item = item("new", entry("courseId", course));
        Response first = postWithKey(name, item);
        Response second = postWithKey(name, item);

        first.then().statusCode(200).body("created", equalTo(1));
        assertThat(second.asString()).isEqualTo(first.asString());
        second.then().header("Idempotent-Replayed", "true");
        post("", item).then().body("unchanged", equalTo(1));
        postWithKey(name, item("new", entry("courseId", course, "capacity", 9)))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void a_batch_has_one_to_a_hundred_items() {
        List<Map<String, Object>> many = IntStream.rangeClosed(1, 101)
                .mapToObj(n -> item("many-" + n, entry("courseId", course)))
                .toList();

        post(many).then().statusCode(400).body("errors[0].pointer", equalTo("#/items"));
        post(List.of()).then().statusCode(400);
        as(website.token())
                .body("{\"items\": [null]}")
                .post("/v1/class-entries/batch")
                .then()
                .statusCode(400);
        as(website.token())
                .body("{\"items\": [{\"externalId\": 5}]}")
                .post("/v1/class-entries/batch")
                .then()
                .statusCode(400);
        as(website.token())
                .body("{\"items\": [{}]}")
                .post("/v1/class-entries/batch")
                .then()
                .statusCode(200)
                .body("items[0].problem.errors", hasSize(2));
        assertThat(entries()).isZero();
        post(many.subList(0, 100)).then().statusCode(200).body("created", equalTo(100));
    }

    private long entries() {
        return new Sql(database).<Long>one("SELECT count(*) FROM class_entry WHERE external_id LIKE ?", name + "%");
    }

    private Map<String, Object> item(String suffix, Map<String, Object> entry) {
        Map<String, Object> item = new HashMap<>(Map.of("externalId", name + "-" + suffix));
        item.put("entry", entry);
        return item;
    }

    private Response post(List<Map<String, Object>> items) {
        return as(website.token()).body(Map.of("items", items)).post("/v1/class-entries/batch");
    }

    private Response post(String query, Object... items) {
        return as(website.token()).body(Map.of("items", Arrays.asList(items))).post("/v1/class-entries/batch" + query);
    }

    private Response postWithKey(String key, Map<String, Object> item) {
        return as(website.token())
                .header("Idempotency-Key", key)
                .body(Map.of("items", List.of(item)))
                .post("/v1/class-entries/batch");
    }
}
