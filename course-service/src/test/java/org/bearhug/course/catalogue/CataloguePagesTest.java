package org.bearhug.course.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.testing.Person.CARA;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CataloguePagesTest {

    @Inject
    AgroalDataSource database;

    @Inject
    SessionFactory factory;

    private final String topic = "p-" + UUID.randomUUID().toString().replace("-", "");
    private List<String> before;

    @BeforeEach
    void fifty_courses_are_published_five_of_them_at_each_instant() {
        before = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            before.add(insert("Massage number " + i, "2026-11-24T12:00:0" + i / 5 % 10 + "Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&q=massage", "&q=massage&instructor=6ba7b810-9dad-11d1-80b4-00c04fd430c8"})
    void no_course_is_lost_or_doubled_while_others_come(String filter) {
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = as((Person) null)
                    .get("/v1/courses?limit=7&topic=" + topic + filter + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
            insert("Massage newer", "2026-11-25T12:00:00Z");
            insert("Massage older", "2026-11-24T12:00:04.5Z");
        }

        assertThat(read).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void a_page_is_one_query_however_many_courses_it_shows() {
        Statistics statistics = factory.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (String page : List.of("limit=1", "limit=50", "limit=50&q=massage&ageWeeks=4&from=2026-01-01")) {
                statistics.clear();
                as((Person) null)
                        .get("/v1/courses?topic=" + topic + "&" + page)
                        .then()
                        .statusCode(200);
                assertThat(statistics.getPrepareStatementCount()).as(page).isEqualTo(1);
            }
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=many",
                "ageWeeks=-1",
                "ageWeeks=young",
                "from=tomorrow",
                "to=2026-02-30",
                "instructor=ines",
                "ageWeeks=521",
                "cursor=forged",
                "cursor=MB8rMTAwMDAwMDAwMC0xMi0zMVQyMzo1OTo1OVofMS0xLTEtMS0x"
            })
    void a_parameter_that_makes_no_sense_is_refused(String parameter) {
        as(CARA).get("/v1/courses?" + parameter).then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    private String insert(String title, String publishedAt) {
        UUID id = new Sql(database)
                .one(
                        """
                        INSERT INTO course (id, instructor_id, title, topic, summary, language, state, created_at, published_at, version)
                        VALUES (uuidv7(), '6ba7b810-9dad-11d1-80b4-00c04fd430c8', ?, ?, 'Massage', 'en-GB', 'PUBLISHED', now(),
                                ?::timestamptz, 1) RETURNING id""",
                        title,
                        topic,
                        publishedAt);
        return id.toString();
    }
}
