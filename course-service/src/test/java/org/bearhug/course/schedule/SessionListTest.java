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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionListTest {

    @Inject
    SessionFactory factory;

    @BeforeEach
    void it_is_november() {
        TestClock.set(Instant.parse(Teaching.NOW));
    }

    @Test
    void the_sessions_of_a_block_come_in_pages_by_their_dates() {
        String id = publishedBlock(INES, course(INES, "Paged"), "sessions", 5);
        List<String> all = as(INES).get("/v1/blocks/" + id).path("sessions.id");

        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = as((Person) null)
                    .get("/v1/sessions?block=" + id + "&limit=2" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            read.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("nextCursor") == null ? null : "&cursor=" + page.path("nextCursor");
        }

        assertThat(read).isEqualTo(all);
    }

    @Test
    void a_page_is_one_query_however_many_sessions_it_shows() {
        String block = publishedBlock(INES, course(INES, "Counted"), "sessions", 9);
        Statistics statistics = factory.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (String page : List.of("limit=1", "limit=100", "limit=5&from=2026-01-01&to=2030-01-01")) {
                statistics.clear();
                as(INES).get("/v1/sessions?block=" + block + "&" + page).then().statusCode(200);
                assertThat(statistics.getPrepareStatementCount()).as(page).isEqualTo(1);
            }
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void days_are_those_where_it_is_taught_and_both_inclusive() {
        String id = publishedBlock(
                INES, course(INES, "Far east"), "timeZone", "Pacific/Auckland", "firstStart", "2027-01-07T08:00:00");

        as((Person) null)
                .get("/v1/sessions?block=" + id + "&from=2027-01-07&to=2027-01-14")
                .then()
                .body("items.localStart", equalTo(List.of("2027-01-07T08:00:00", "2027-01-14T08:00:00")));
        as((Person) null)
                .get("/v1/sessions?block=" + id + "&from=2027-01-29")
                .then()
                .body("items", hasSize(0));
        as((Person) null)
                .get("/v1/sessions?block=" + id + "&to=%2B999999999-12-31")
                .then()
                .body("items", hasSize(4));
        as((Person) null)
                .get("/v1/sessions?block=" + id + "&from=-999999999-01-01")
                .then()
                .body("items", hasSize(4));
    }

    @Test
    void drafts_are_listed_for_their_instructor_and_the_admin_alone() {
        String id = unfold(INES, course(INES, "Not yet"), block()).path("id");

        as(INES).get("/v1/sessions?block=" + id).then().body("items", hasSize(4));
        as(ADA).get("/v1/sessions?block=" + id).then().body("items", hasSize(4));
        as(NOOR).get("/v1/sessions?block=" + id).then().body("items", hasSize(0));
        as((Person) null).get("/v1/sessions?limit=100").then().statusCode(200).body("items.blockId", not(hasItem(id)));
    }
}
