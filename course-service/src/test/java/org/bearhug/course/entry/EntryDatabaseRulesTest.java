package org.bearhug.course.entry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bearhug.course.entry.Integration.entry;
import static org.bearhug.course.entry.Integration.name;
import static org.bearhug.testing.Person.INES;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.bearhug.course.Teaching;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One name is one class and one course, whatever the code does. */
@QuarkusTest
class EntryDatabaseRulesTest {

    private final Integration website = Integration.of(INES);

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class_entry SET external_id = 'a/b'",
                "class_entry SET external_id = ''",
                "class_entry SET external_id = %s",
                "class_entry SET block_id = NULL",
                "class_entry SET changed_xid = NULL",
                "class_entry SET session_id = uuidv7()",
                "external_course SET external_id = %s",
                "external_course SET external_id = '-'",
                "external_course SET course_id = uuidv7()",
            })
    void the_database_refuses(String change) {
        String taken = made();
        String name = made();
        String update = "UPDATE " + change.formatted("'" + taken + "'") + " WHERE external_id = ?";

        assertThatThrownBy(() -> new Sql(database).change(update, name))
                .hasCauseInstanceOf(SQLException.class)
                .cause()
                .hasMessageMatching("(?s).*violates (check|unique|foreign key|not-null) .*");
    }

    @Test
    void the_database_refuses_a_second_name_for_one_class() {
        assertThatThrownBy(() -> new Sql(database)
                        .change(
                                "INSERT INTO class_entry (session_id, block_id, instructor_id, external_id) "
                                        + "SELECT session_id, block_id, instructor_id, 'second' FROM class_entry "
                                        + "WHERE external_id = ?",
                                made()))
                .hasRootCauseInstanceOf(SQLException.class);
    }

    private String made() {
        String name = name();
        website.put(name, entry("externalCourseId", name, "course", Teaching.course("Kept")))
                .then()
                .statusCode(201);
        return name;
    }
}
