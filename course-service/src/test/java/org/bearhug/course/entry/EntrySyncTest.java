package org.bearhug.course.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.entry.Integration.entry;
import static org.bearhug.course.entry.Integration.name;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EntrySyncTest {

    private static final String LIST = "/v1/class-entries";

    private final Integration website = Integration.of(INES);

    @Inject
    AgroalDataSource database;

    private String course;

    @BeforeEach
    void there_is_a_course() {
        course = course(INES, "Synchronised");
    }

    @Test
    void whoever_goes_on_where_the_last_answer_ended_sees_each_change_once() {
        String first = put();
        String second = put();
        Reader reader = new Reader();
        await().untilAsserted(() -> assertThat(reader.all()).contains(first, second));

        assertThat(new Reader(reader.updatedUntil).all()).isEmpty();
        website.put(first, entry("courseId", course)).then().body("outcome", equalTo("unchanged"));
        website.put(second, entry("courseId", course, "capacity", 9)).then().statusCode(200);

        await().untilAsserted(
                        () -> assertThat(new Reader(reader.updatedUntil).all()).containsExactly(second));
    }

    @Test
    void what_is_changed_by_hand_is_seen_too() {
        String name = put();
        Response made = website.get(name);
        String session = "/v1/sessions/" + made.path("session.id");
        String block = "/v1/blocks/" + made.path("session.blockId");

        seenAfter(name, () -> change(INES, session, "durationMinutes", 30));
        seenAfter(name, () -> change(INES, session, "callLink", "https://calls.example/by-hand"));
        seenAfter(name, () -> change(INES, block, "title", "By hand"));
        seenAfter(name, () -> change(INES, "/v1/courses/" + course, "title", "Renamed"));
        seenAfter(name, () -> as(INES).post(session + "/cancel"));
    }

    @Test
    void a_meeting_that_becomes_ready_by_itself_is_seen_too() {
        String name = put();
        UUID session = UUID.fromString(website.get(name).path("session.id"));

        seenAfter(name, () -> new Sql(database)
                .change("INSERT INTO meeting (session_id, sealed_link, version) VALUES (?, 'sealed', 1)", session));
        seenAfter(name, () -> new Sql(database).change("UPDATE meeting SET version = 2 WHERE session_id = ?", session));
    }

    private void seenAfter(String name, Runnable change) {
        Reader reader = new Reader();
        await().untilAsserted(() -> assertThat(reader.all()).contains(name));
        change.run();
        await().untilAsserted(
                        () -> assertThat(new Reader(reader.updatedUntil).all()).contains(name));
    }

    /** With a control: a reader who remembers the latest instant that was shown loses the late one. */
    @Test
    void a_change_that_is_committed_late_is_not_skipped() throws SQLException {
        String late = put();
        String early = put();
        Reader before = new Reader();
        await().untilAsserted(() -> assertThat(before.all()).contains(late, early));

        Instant shownToTheControl;
        Reader meanwhile = new Reader(before.updatedUntil);
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            try (PreparedStatement change =
                    slow.prepareStatement("UPDATE class_entry SET changed_xid = pg_current_xact_id(), "
                            + "changed_at = now() WHERE external_id = ?")) {
                change.setString(1, late);
                change.executeUpdate();
            }
            website.put(early, entry("courseId", course, "capacity", 9)).then().statusCode(200);
            assertThat(meanwhile.all()).isEmpty();
            shownToTheControl = latestInstant();
            slow.commit();
            slow.setAutoCommit(true);
        }

        await().untilAsserted(() ->
                assertThat(new Reader(meanwhile.updatedUntil).all()).containsExactlyInAnyOrder(late, early));
        assertThat(changedAt(late)).as("what the control goes on from").isBefore(shownToTheControl);
    }

    private Instant latestInstant() {
        return new Sql(database)
                .<java.sql.Timestamp>one("SELECT max(changed_at) FROM class_entry")
                .toInstant();
    }

    private Instant changedAt(String name) {
        return new Sql(database)
                .<java.sql.Timestamp>one("SELECT changed_at FROM class_entry WHERE external_id = ?", name)
                .toInstant();
    }

    @Test
    void an_instant_is_good_for_looking() {
        String name = put();

        await().untilAsserted(() ->
                assertThat(new Reader("2020-01-01T00:00:00Z").all()).contains(name));
        assertThat(new Reader("2999-01-01T00:00:00Z").all()).isEmpty();
        assertThat(new Reader("2999-01-01T00:00:00%2B02:00").all()).isEmpty();
    }

    @Test
    void the_list_tells_of_course_price_and_title() {
        String name = name();
        website.put(name, entry("externalCourseId", name, "course", org.bearhug.course.Teaching.course("Told")))
                .then()
                .statusCode(201);

        website.get(name)
                .then()
                .statusCode(200)
                .body("externalCourseId", equalTo(name))
                .body("session.title", equalTo("Told"))
                .body("price.amount", equalTo(1800));
        await().untilAsserted(() -> as(website.token())
                .get(LIST + "?limit=100&updatedSince=" + Instant.now().minusSeconds(20))
                .then()
                .body("items.externalCourseId", hasItems(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updatedSince=yesterday",
                "updatedSince=2020-13-01T00:00:00Z",
                "updatedSince=%2B1000000-01-01T00:00:00Z",
                "updatedSince=LTEfMA",
                "cursor=AAAA",
                "limit=0",
                "limit=101",
            })
    void a_place_that_nobody_told_is_refused(String query) {
        as(website.token()).get(LIST + "?" + query).then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    private String put() {
        String name = name();
        website.put(name, entry("courseId", course)).then().statusCode(201);
        return name;
    }

    /** Reads page by page, three at a time. */
    private final class Reader {
        private final String since;
        private String updatedUntil;

        Reader() {
            this(null);
        }

        Reader(String since) {
            this.since = since;
        }

        List<String> all() {
            List<String> names = new ArrayList<>();
            String cursor = null;
            do {
                Map<String, Object> page = as(website.token())
                        .get(LIST + "?limit=3" + (since == null ? "" : "&updatedSince=" + since)
                                + (cursor == null ? "" : "&cursor=" + cursor))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("");
                ((List<?>) page.get("items")).forEach(item -> names.add((String) ((Map<?, ?>) item).get("externalId")));
                cursor = (String) page.get("nextCursor");
                updatedUntil = (String) page.get("updatedUntil");
                assertThat(cursor == null).isEqualTo(updatedUntil != null);
            } while (cursor != null);
            return names;
        }
    }
}
