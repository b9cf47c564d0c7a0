package org.bearhug.reads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** One look at the database: its snapshot, and what that shows which an earlier one did not. */
@ApplicationScoped
class ChangeLook {

    private static final String NOW = "SELECT pg_current_snapshot()::text";

    private static final String SINCE =
            """
            SELECT pg_current_snapshot()::text, new.kind, new.subject, new.version
              FROM (SELECT) AS look
              LEFT JOIN (
                   SELECT aggregatetype AS kind, aggregateid AS subject, version
                     FROM outbox
                    WHERE xid >= ?::text::xid8 AND NOT pg_visible_in_snapshot(xid, ?::text::pg_snapshot)
                    UNION
                   SELECT kind, subject, NULL
                     FROM touched
                    WHERE xid >= ?::text::xid8 AND NOT pg_visible_in_snapshot(xid, ?::text::pg_snapshot)) AS new ON true""";

    @Inject
    DataSource database;

    @Inject
    OwnFacts own;

    /** A snapshot, and the names of what others changed before it. */
    record Seen(String snapshot, Set<String> changed) {}

    String now() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement look = connection.prepareStatement(NOW);
                ResultSet row = look.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    Seen since(String before) throws SQLException {
        String oldestRunning = before.substring(0, before.indexOf(':'));
        Set<String> changed = new HashSet<>();
        String now = before;
        try (Connection connection = database.getConnection();
                PreparedStatement look = connection.prepareStatement(SINCE)) {
            look.setString(1, oldestRunning);
            look.setString(2, before);
            look.setString(3, oldestRunning);
            look.setString(4, before);
            try (ResultSet row = look.executeQuery()) {
                while (row.next()) {
                    now = row.getString(1);
                    String kind = row.getString(2);
                    if (kind != null && !own.isToldHere(kind, row.getObject(3, UUID.class), row.getLong(4))) {
                        changed.add(kind);
                        changed.add(row.getString(3));
                    }
                }
            }
        }
        return new Seen(now, changed);
    }
}
