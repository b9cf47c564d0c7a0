package org.bearhug.user.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChildrenRefusalsTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer_on_new_years_day() {
        sql = new Sql(database);
        cara = people.carer();
        TestClock.set(Instant.parse("2027-01-01T23:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-     | 2026-11-01     | -          | #/name",
                "' '   | 2026-11-01     | -          | #/name",
                "'a\nb'| 2026-11-01     | -          | #/name",
                "Mila  | -              | -          | #/bornOn",
                "Mila  | 2026-02-30     | -          | #/bornOn",
                "Mila  | 1.11.2026      | -          | #/bornOn",
                "Mila  | ''             | -          | #/bornOn",
                "Mila  | 2018-12-31     | -          | #/bornOn",
                "Mila  | -999999999-01-01 | -        | #/bornOn",
                "Mila  | 2027-10-29     | -          | #/bornOn",
                "Mila  | +999999999-12-31 | -        | #/bornOn",
                "Mila  | 2026-11-01     | 2027-03-22 | #/dueOn",
                "Mila  | 2026-11-01     | 2026-09-19 | #/dueOn",
            })
    void a_child_that_cannot_be_is_refused(String name, String bornOn, String dueOn, String pointer) {
        add(name, bornOn, dueOn).statusCode(400).body("errors[0].pointer", equalTo(pointer));

        assertThat(sql.rows("SELECT id FROM child WHERE carer_id = ?", cara.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2019-01-01, -", "2027-10-28, -", "2026-11-01, 2027-03-21", "2026-11-01, 2026-09-20"})
    void the_last_day_that_can_be_is_taken(String bornOn, String dueOn) {
        add("Mila", bornOn, dueOn).statusCode(201);
    }

    @Test
    void a_name_has_at_most_sixty_characters() {
        add("x".repeat(60), "2026-11-01", null).statusCode(201);
        add("x".repeat(61), "2026-11-01", null).statusCode(400).body("errors[0].pointer", equalTo("#/name"));
    }

    @Test
    void today_is_where_the_carer_lives() {
        String lastDayFromTomorrow = TODAY.plusDays(301).toString();
        add("Mila", lastDayFromTomorrow, null).statusCode(400);

        sql.change("UPDATE account SET time_zone = 'Pacific/Auckland' WHERE id = ?", cara.id());

        add("Mila", lastDayFromTomorrow, null).statusCode(201);
    }

    @Test
    void a_change_is_judged_as_a_whole() {
        String id = add("Mila", "2026-11-01", "2026-12-01").extract().path("id");

        change(id, Map.of("bornOn", "2025-11-01")).statusCode(400).body("errors[0].pointer", equalTo("#/dueOn"));

        assertThat(sql.<Long>one("SELECT version FROM child WHERE id = ?::uuid", id))
                .isZero();
    }

    @Test
    void a_child_that_has_grown_too_old_keeps_its_name_changeable() {
        String id = add("Mila", "2019-01-01", null).extract().path("id");
        TestClock.set(Instant.parse("2028-01-01T12:00:00Z"));

        change(id, Map.of("name", "Milena")).statusCode(200).body("name", equalTo("Milena"));
        change(id, Map.of("bornOn", "2019-01-02")).statusCode(400);
    }

    private ValidatableResponse change(String id, Map<String, String> change) {
        return cara.asks()
                .header("If-Match", "*")
                .body(change)
                .patch("/v1/me/children/" + id)
                .then();
    }

    private ValidatableResponse add(String name, String bornOn, String dueOn) {
        Map<String, String> child = new HashMap<>();
        child.put("name", name);
        child.put("bornOn", bornOn);
        child.put("dueOn", dueOn);
        return cara.asks().body(child).post("/v1/me/children").then();
    }
}
