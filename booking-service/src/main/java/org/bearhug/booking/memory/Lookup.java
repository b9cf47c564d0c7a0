package org.bearhug.booking.memory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads what is to be remembered, by a statement of its own: nothing is begun or committed. */
public final class Lookup {

    private Lookup() {}

    /** What a row says. */
    public interface Row<T> {

        /** Reads it without moving on. */
        T of(ResultSet row) throws SQLException;
    }

    /** An array that the query takes as a parameter. @param type of its values in SQL */
    public record Keys(String type, Object[] values) {

        /** These ids. */
        public static Keys of(Collection<UUID> ids) {
            return new Keys("uuid", ids.toArray());
        }
    }

    /** What the query finds by these keys, which are its parameters in their order. */
    public static <T> List<T> of(DataSource database, String query, Row<T> row, Keys... keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(query)) {
            for (int nth = 0; nth < keys.length; nth++) {
                read.setArray(nth + 1, connection.createArrayOf(keys[nth].type(), keys[nth].values()));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what is to be remembered", e);
        }
    }
}
