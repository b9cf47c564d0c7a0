package org.bearhug.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** How far this service has read each feed, and which of its instances reads it at present. */
@ApplicationScoped
class FeedPosition {

    /** The database's clock, since the instances' own may differ. */
    private static final String LEASE =
            """
            INSERT INTO feed_position AS p (feed, holder, held_until)
            VALUES (?, ?, now() + interval '20 seconds')
            ON CONFLICT (feed) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
             WHERE p.holder = excluded.holder OR p.held_until < now()""";

    private static final String MOVE =
            "UPDATE feed_position SET last_event_id = ? WHERE feed = ? AND last_event_id IS NOT DISTINCT FROM ?";

    @Inject
    DataSource database;

    private final UUID holder = UUID.randomUUID();

    /** Takes or renews the right to read this feed; it ends by itself when the holder dies. */
    boolean lease(String feed) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement lease = connection.prepareStatement(LEASE)) {
            lease.setString(1, feed);
            lease.setObject(2, holder);
            return lease.executeUpdate() == 1;
        }
    }

    /** The last fact applied, null before the first. */
    String last(String feed) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement last =
                        connection.prepareStatement("SELECT last_event_id FROM feed_position WHERE feed = ?")) {
            last.setString(1, feed);
            try (ResultSet row = last.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /**
     * Moves on, in the running transaction.
     *
     * @throws IllegalStateException when another instance has moved it meanwhile
     */
    void move(String feed, String from, String to) {
        try (Connection connection = database.getConnection();
                PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setString(1, to);
            move.setString(2, feed);
            move.setString(3, from);
            if (move.executeUpdate() != 1) {
                throw new IllegalStateException("another instance has read on in the feed of " + feed);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot move the position in the feed of " + feed, e);
        }
    }
}
