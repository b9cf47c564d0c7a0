package org.bearhug.course.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.entry.Integration.entry;
import static org.bearhug.course.entry.Integration.name;
import static org.bearhug.testing.Person.INES;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntryRaceTest {

    private static final int RUNNERS = 8;

    private final Integration website = Integration.of(INES);
    private final String name = name();

    @Inject
    AgroalDataSource database;

    @Test
    void of_first_writers_of_one_entry_exactly_one_makes_it() {
        String course = course(INES, "Raced");

        List<Response> answers = Race.of(RUNNERS, n -> () -> website.put(name, entry("courseId", course)));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers.stream().map(answer -> answer.<String>path("outcome")))
                .containsOnlyOnce("created")
                .containsOnly("created", "unchanged");
        assertThat(answers.stream()
                        .map(answer -> answer.<String>path("session.id"))
                        .distinct())
                .hasSize(1);
        assertThat(sessionsOf(course)).isEqualTo(1);
    }

    @Test
    void entries_that_name_one_new_course_at_once_make_one_course() {
        List<Response> answers = Race.of(
                RUNNERS,
                n -> () -> website.put(
                        name + "-" + n, entry("externalCourseId", name, "course", Teaching.course("Raced " + n))));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        List<String> courses = answers.stream()
                .map(answer -> answer.<String>path("session.courseId"))
                .distinct()
                .toList();
        assertThat(courses).hasSize(1);
        assertThat(sessionsOf(courses.get(0))).isEqualTo(RUNNERS);
        assertThat(new Sql(database)
                        .<Long>one(
                                "SELECT count(*) FROM course WHERE instructor_id = ? AND title LIKE 'Raced _' "
                                        + "AND id NOT IN (SELECT course_id FROM external_course)",
                                INES.id()))
                .isZero();
    }

    @Test
    void of_writers_who_want_different_things_the_last_has_it_and_none_falls() {
        String course = course(INES, "Raced");
        website.put(name, entry("courseId", course)).then().statusCode(201);

        List<Response> answers =
                Race.of(RUNNERS, n -> () -> website.put(name, entry("courseId", course, "capacity", 20 + n)));

        // Lowering what another has just raised was not agreed on with booking-service: come again.
        assertThat(answers).extracting(Response::statusCode).contains(200).isSubsetOf(200, 412);
        int capacity = website.get(name).path("session.capacity");
        assertThat(capacity).isBetween(20, 20 + RUNNERS);
        assertThat(sessionsOf(course)).isEqualTo(1);
    }

    /** Without the lock on the name, the same runners make several: the races above are some. */
    @Test
    void the_control_that_looks_and_then_writes_makes_several() {
        Sql sql = new Sql(database);
        sql.change("CREATE TABLE unprotected_entry AS SELECT external_id FROM class_entry WHERE false");
        try {
            List<Boolean> made = Race.of(RUNNERS, n -> () -> {
                boolean unknown = sql.rows("SELECT 1 FROM unprotected_entry WHERE external_id = ?", name)
                        .isEmpty();
                sql.rows("SELECT pg_sleep(0.2)");
                return unknown && sql.change("INSERT INTO unprotected_entry VALUES (?)", name) == 1;
            });

            assertThat(Collections.frequency(made, true)).isGreaterThan(1);
        } finally {
            sql.change("DROP TABLE unprotected_entry");
        }
    }

    private long sessionsOf(String course) {
        return new Sql(database).<Long>one("SELECT count(*) FROM session WHERE course_id = ?", UUID.fromString(course));
    }
}
