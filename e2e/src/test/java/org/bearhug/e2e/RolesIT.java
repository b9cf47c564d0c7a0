package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each service's role is at home in its own schema and a stranger in the others. */
class RolesIT {

    private static final Map<String, String> A_TABLE_OF =
            Map.of("users", "account", "courses", "course", "bookings", "booking");

    @Test
    void each_role_is_refused_on_the_other_schemas() throws SQLException {
        for (String role : A_TABLE_OF.keySet()) {
            try (Connection connection = House.database(role)) {
                connection.createStatement().executeQuery("SELECT count(*) FROM " + A_TABLE_OF.get(role));
                for (Map.Entry<String, String> other : A_TABLE_OF.entrySet()) {
                    if (!other.getKey().equals(role)) {
                        String table = other.getKey() + "." + other.getValue();
                        refused(connection, "SELECT * FROM " + table);
                        refused(connection, "DELETE FROM " + table);
                        refused(connection, "CREATE TABLE " + other.getKey() + ".mine (id int)");
                    }
                }
                refused(connection, "CREATE TABLE public.mine (id int)");
                refused(connection, "CREATE SCHEMA mine");
            }
        }
    }

    private static void refused(Connection connection, String statement) {
        assertThatThrownBy(() -> connection.createStatement().execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }
}
