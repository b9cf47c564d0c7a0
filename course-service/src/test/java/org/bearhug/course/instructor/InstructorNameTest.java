package org.bearhug.course.instructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InstructorNameTest {

    @Inject
    AgroalDataSource database;

    private final UUID teacher = UUID.randomUUID();

    @Test
    void a_course_says_who_teaches_it() {
        String path = courseOfTeacher();
        assertThat(name(path)).isNull();

        account(1, "Ines Ortega", "instructor");

        await().until(() -> "Ines Ortega".equals(name(path)));
        assertThat(as((Person) null)
                        .get("/v1/courses?instructor=" + teacher)
                        .<List<String>>path("items.instructor.name"))
                .containsExactly("Ines Ortega");
    }

    @Test
    void the_newest_name_counts_whatever_is_told_late() {
        String path = courseOfTeacher();
        account(3, "Ines Ortega-Ruiz", "instructor");
        account(2, "Ines Ortega", "instructor");
        UUID after = publishAfterwards();

        await().until(() -> known(after));
        assertThat(name(path)).isEqualTo("Ines Ortega-Ruiz");
    }

    @Test
    void an_erased_instructor_has_no_name_ever_again() {
        String path = courseOfTeacher();
        account(1, "Ines Ortega", "instructor");
        await().until(() -> name(path) != null);

        Neighbours.publish("user-service", "account.erased", teacher, 2, Map.of("id", teacher.toString()));
        account(1, "Ines Ortega", "instructor");
        UUID after = publishAfterwards();

        await().until(() -> known(after));
        assertThat(name(path)).isNull();
        assertThat(new Sql(database)
                        .<Long>one("SELECT count(*) FROM instructor WHERE id = ? AND name IS NOT NULL", teacher))
                .isZero();
    }

    @Test
    void carers_and_children_are_not_written_down() {
        UUID carer = UUID.randomUUID();
        Neighbours.publish(
                "user-service", "account.changed", carer, 1, Map.of("name", "Cara", "roles", List.of("carer")));
        Neighbours.publish("user-service", "child.changed", UUID.randomUUID(), 1, Map.of("name", "Mia"));
        UUID after = publishAfterwards();

        await().until(() -> known(after));
        assertThat(known(carer)).isFalse();
    }

    private UUID publishAfterwards() {
        UUID id = UUID.randomUUID();
        Neighbours.publish(
                "user-service", "account.changed", id, 1, Map.of("name", "Afterwards", "roles", List.of("instructor")));
        return id;
    }

    private boolean known(UUID id) {
        return new Sql(database).one("SELECT true FROM instructor WHERE id = ?", id) != null;
    }

    private void account(long version, String name, String role) {
        Neighbours.publish(
                "user-service", "account.changed", teacher, version, Map.of("name", name, "roles", List.of(role)));
    }

    private String courseOfTeacher() {
        String token = Tokens.ofClient(teacher.toString(), "website", "classes:write");
        String id = as(token).body(course("Named")).post("/v1/courses").path("id");
        as(token).post("/v1/courses/" + id + "/publish").then().statusCode(200);
        return "/v1/courses/" + id;
    }

    private static String name(String path) {
        return as((Person) null).get(path).path("instructor.name");
    }
}
