package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.ADA;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A course, its blocks, a block and a session, each read by one query, whoever asks and however much it shows. */
@QuarkusTest
class OneQueryTest {

    @Inject
    SessionFactory factory;

    @Inject
    AgroalDataSource database;

    private String course;
    private final List<String> published = new ArrayList<>();
    private String draft;

    @BeforeEach
    void a_course_has_three_blocks_and_a_draft_between_them() {
        course = course(INES, "Counted");
        published.add(publishedBlock(INES, course, "sessions", 6));
        draft = unfold(INES, course, block("sessions", 2)).path("id");
        published.add(publishedBlock(INES, course, "sessions", 1));
        published.add(publishedBlock(INES, course, "sessions", 3));
    }

    @Test
    void each_is_one_query() {
        String session = as(INES).get("/v1/blocks/" + draft).path("sessions[1].id");
        for (String page : List.of(
                "/v1/courses/" + course,
                "/v1/courses/" + course + "/blocks?limit=1",
                "/v1/courses/" + course + "/blocks?limit=100",
                "/v1/courses/" + course(INES, "Without blocks") + "/blocks",
                "/v1/blocks/" + published.get(0),
                "/v1/blocks/" + draft,
                "/v1/sessions/" + session)) {
            long queries = LongStream.range(0, 3)
                    .map(nth -> queries(() -> as(INES).get(page).then().statusCode(200)))
                    .min()
                    .orElseThrow();
            assertThat(queries).as(page).isEqualTo(1);
        }
    }

    @Test
    void blocks_come_in_pages_with_all_their_sessions_and_drafts_for_their_instructor_alone() {
        List<String> all = new ArrayList<>(published);
        all.add(1, draft);

        assertThat(pages(INES)).isEqualTo(all);
        assertThat(pages(ADA)).isEqualTo(all);
        assertThat(pages(NOOR)).isEqualTo(published);
        assertThat(pages(null)).isEqualTo(published);
        as((Person) null)
                .get("/v1/courses/" + course + "/blocks?limit=1")
                .then()
                .body("items[0].sessions", hasSize(6))
                .body("items[0].sessions.meeting", equalTo(List.of("NONE", "NONE", "NONE", "NONE", "NONE", "NONE")));
    }

    private List<String> pages(Person reader) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = as(reader)
                    .get("/v1/courses/" + course + "/blocks?limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
        }
        return read;
    }

    @Test
    void pages_of_blocks_and_of_sessions_lie_in_their_indexes() {
        Sql sql = new Sql(database);
        List<String> definitions = sql
                .rows(
                        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'courses' AND tablename IN ('block', 'session')")
                .stream()
                .map(row -> (String) row.get("indexdef"))
                .toList();

        assertThat(definitions)
                .anyMatch(index -> index.endsWith("block USING btree (course_id, id)"))
                .anyMatch(index -> index.endsWith("session USING btree (block_id, starts_at)"))
                .anyMatch(index -> index.endsWith("session USING btree (starts_at, id)"));
    }

    private long queries(Runnable work) {
        Statistics statistics = factory.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            work.run();
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
