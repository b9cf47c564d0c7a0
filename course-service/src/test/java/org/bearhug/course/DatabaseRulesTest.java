package org.bearhug.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.testing.Person.INES;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never break is kept by the database, whatever the code does. */
@QuarkusTest
class DatabaseRulesTest {

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "course SET state = 'HIDDEN'",
                "course SET published_at = NULL",
                "course SET topic = 'Baby Massage'",
                "course SET title = ''",
                "block SET state = 'SOLD'",
                "block SET price_amount = -1",
                "block SET price_currency = 'gbp'",
                "block SET drop_in_currency = 'EUR'",
                "block SET drop_in_amount = NULL",
                "block SET age_from = 31",
                "block SET age_from = -1",
                "session SET capacity = 0",
                "session SET capacity = 501",
                "session SET ends_at = starts_at",
                "session SET duration_minutes = 61",
                "session SET duration_minutes = 5",
                "session SET drop_in_amount = -1",
                "session SET drop_in_currency = NULL",
                "session SET age_to = 3",
                "session SET state = 'MOVED'",
                "session SET clock_change = 'TWICE'",
                "session SET course_id = uuidv7()",
                "session SET local_start = '2027-01-07T10:00'",
                "meeting SET sealed_link = 'https://calls.example/j'",
            })
    void the_database_refuses(String change) {
        String course = course(INES, "Kept");
        String block = publishedBlock(INES, course, "callLink", "https://calls.example/j");
        String table = change.substring(0, change.indexOf(' '));
        String where =
                switch (table) {
                    case "course" -> " WHERE id = ?";
                    case "block" -> " WHERE course_id = ?";
                    case "session" -> " WHERE block_id IN (SELECT id FROM block WHERE course_id = ?)";
                    default -> " WHERE session_id IN (SELECT id FROM session WHERE course_id = ?)";
                };

        assertThatThrownBy(() -> new Sql(database).change("UPDATE " + change + where, UUID.fromString(course)))
                .hasCauseInstanceOf(SQLException.class)
                .cause()
                .hasMessageMatching("(?s).*violates (check|unique|foreign key|not-null) .*");
        assertThat(as(INES).get("/v1/blocks/" + block).statusCode()).isEqualTo(200);
    }

    @Test
    void the_catalogue_has_an_index_for_its_order_and_its_words() {
        Sql sql = new Sql(database);
        String plans = sql.rows("SELECT indexdef FROM pg_indexes WHERE schemaname = 'courses'")
                .toString();

        assertThat(plans).contains("gin (search)").contains("(published_at DESC, id DESC)");
    }
}
