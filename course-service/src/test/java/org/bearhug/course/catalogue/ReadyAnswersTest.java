package org.bearhug.course.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.course.Teaching.publish;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.course.catalogue.ReadyPages.get;
import static org.bearhug.course.catalogue.ReadyPages.head;
import static org.bearhug.course.catalogue.ReadyPages.header;
import static org.bearhug.course.catalogue.ReadyPages.text;
import static org.bearhug.course.catalogue.ReadyPages.unzipped;
import static org.bearhug.testing.Person.CARA;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.LongStream;
import org.bearhug.testing.Person;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadyAnswersTest {

    @Inject
    SessionFactory factory;

    private String course;
    private String block;
    private String session;
    private List<String> pages;

    @BeforeEach
    void a_block_is_for_sale() {
        course = course(INES, "Old");
        block = publishedBlock(INES, course);
        session = as((Person) null).get("/v1/blocks/" + block).path("sessions[0].id");
        pages = List.of(
                "/v1/courses?instructor=" + INES.id(),
                "/v1/courses/" + course,
                "/v1/courses/" + course + "/blocks",
                "/v1/blocks/" + block,
                "/v1/sessions/" + session,
                "/v1/sessions?block=" + block);
    }

    @Test
    void a_page_that_is_ready_takes_no_query_and_says_so_to_who_has_it() {
        for (String page : pages) {
            HttpResponse<byte[]> first = get(page);
            String tag = header(first, "ETag");
            assertThat(tag).startsWith("\"");

            assertThat(queries(() -> {
                        assertThat(get(page).body()).isEqualTo(first.body());
                        HttpResponse<byte[]> again = get(page, "If-None-Match", "\"other\", W/" + tag);
                        assertThat(again.statusCode()).isEqualTo(304);
                        assertThat(again.body()).isEmpty();
                        assertThat(header(again, "ETag")).isEqualTo(tag);
                        assertThat(header(again, "Cache-Control")).isEqualTo("public, no-cache");
                        assertThat(header(again, "Vary")).isEqualTo("Accept-Encoding, Authorization");
                        assertThat(get(page, "If-None-Match", "*").statusCode()).isEqualTo(304);
                        assertThat(get(page, "If-None-Match", "\"other\"").statusCode())
                                .isEqualTo(200);
                    }))
                    .as(page)
                    .isZero();
        }
    }

    @Test
    void a_carer_gets_the_same_bytes_as_everybody() {
        for (String page : pages) {
            byte[] everybodys = get(page).body();

            assertThat(queries(() -> assertThat(get(page, "Authorization", "Bearer " + CARA.token())
                                    .body())
                            .isEqualTo(everybodys)))
                    .as(page)
                    .isZero();
        }
        assertThat(get(pages.get(0), "Authorization", "Bearer garbage").statusCode())
                .isEqualTo(401);
    }

    @Test
    void metrics_name_the_kind_of_page_and_not_each_page() {
        pages.forEach(ReadyPages::text);
        pages.forEach(ReadyPages::text);

        assertThat(text("/q/metrics"))
                .contains("uri=\"/v1/courses/{id}\"", "uri=\"/v1/courses/{id}/blocks\"", "uri=\"/v1/sessions/{id}\"")
                .doesNotContain(course, block, session);
    }

    @Test
    void every_page_shows_a_change_as_soon_as_its_writer_is_answered() {
        List<String> before = pages.stream().map(ReadyPages::text).toList();

        change(INES, "/v1/courses/" + course, "title", "New").then().statusCode(200);

        for (int i = 0; i < pages.size(); i++) {
            assertThat(text(pages.get(i))).contains("\"New\"").isNotEqualTo(before.get(i));
        }
    }

    @Test
    void a_block_and_its_sessions_change_with_it() {
        pages.forEach(ReadyPages::text);

        change(INES, "/v1/blocks/" + block, "capacity", 77).then().statusCode(200);

        for (String page : pages.subList(2, 6)) {
            assertThat(text(page)).as(page).contains("\"capacity\":77");
        }
    }

    @Test
    void what_becomes_public_is_there_at_once() {
        String draft = draft(INES, "Soon");
        assertThat(get("/v1/courses/" + draft).statusCode()).isEqualTo(404);
        assertThat(text(pages.get(0))).doesNotContain(draft);

        publish(INES, "/v1/courses/" + draft);

        assertThat(text("/v1/courses/" + draft)).contains("Soon");
        assertThat(text(pages.get(0))).contains(draft);
    }

    @Test
    void what_only_its_instructor_sees_is_never_kept_for_others() {
        String secret = draft(INES, "Secret");
        String secretBlock = as(INES).body(org.bearhug.course.Teaching.block())
                .post("/v1/courses/" + secret + "/blocks")
                .path("id");
        for (String path : List.of(
                "/v1/courses/" + secret,
                "/v1/courses/" + secret + "/blocks",
                "/v1/blocks/" + secretBlock,
                "/v1/sessions?block=" + secretBlock)) {
            HttpResponse<byte[]> own = get(path, "Authorization", "Bearer " + INES.token());
            assertThat(own.statusCode()).as(path).isEqualTo(200);
            assertThat(new String(own.body())).as(path).contains("Secret", secret);
            assertThat(header(own, "Cache-Control")).isEqualTo("private, no-store");

            for (String other : List.of("", CARA.token(), NOOR.token())) {
                HttpResponse<byte[]> answer =
                        other.isEmpty() ? get(path) : get(path, "Authorization", "Bearer " + other);
                assertThat(new String(answer.body())).as(path).doesNotContain("Secret");
            }
        }
        assertThat(new String(get("/v1/sessions?block=" + secretBlock, "Authorization", "Bearer " + INES.token())
                        .body()))
                .contains("Secret");
    }

    @Test
    void a_change_may_be_based_on_a_public_page_and_is_refused_on_an_old_one() {
        String seen = header(get("/v1/courses/" + course), "ETag");
        assertThat(seen).startsWith("\"v2-");

        as(INES).header("If-Match", seen)
                .body(fields("title", "New"))
                .patch("/v1/courses/" + course)
                .then()
                .statusCode(200);
        as(INES).header("If-Match", seen)
                .body(fields("title", "Newer"))
                .patch("/v1/courses/" + course)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
    }

    @Test
    void gzip_is_ready_too_with_a_tag_of_its_own() {
        String page = "/v1/blocks/" + block;
        get(page);
        HttpResponse<byte[]> plain = get(page);
        HttpResponse<byte[]> zipped = get(page, "Accept-Encoding", "br, gzip");

        assertThat(header(plain, "Content-Encoding")).isNull();
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
        assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
        assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(get(page, "If-None-Match", header(zipped, "ETag")).statusCode())
                .isEqualTo(200);
        assertThat(get(page, "If-None-Match", header(zipped, "ETag"), "Accept-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(get(page, "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "fresh"})
    void head_says_what_get_would_without_a_body(String state) {
        String page = "/v1/courses/" + course + "?" + state;
        if (state.equals("ready")) {
            get(page);
        }
        HttpResponse<byte[]> head = head(page);
        HttpResponse<byte[]> get = get(page);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head(page), "Content-Length")).isEqualTo(String.valueOf(get.body().length));
        for (String name : List.of("ETag", "Content-Type", "Cache-Control", "Vary")) {
            assertThat(header(head, name)).as(name).isNotNull().isEqualTo(header(get, name));
        }
        assertThat(head(page, "If-None-Match", header(get, "ETag")).statusCode())
                .isEqualTo(304);
    }

    /** The least of three: once, what was written before the test may be seen by the look for changes in its midst. */
    private long queries(Runnable work) {
        return LongStream.range(0, 3).map(nth -> queriesOnce(work)).min().orElseThrow();
    }

    private long queriesOnce(Runnable work) {
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
