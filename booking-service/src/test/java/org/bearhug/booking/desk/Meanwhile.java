package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.bearhug.booking.Given;

/** Something changes while the statement of a booking waits for it. */
@ApplicationScoped
class Meanwhile {

    @Inject
    Given given;

    @Inject
    DataSource database;

    /** Makes this booking, which waits until the change of a row is committed; what becomes of it. */
    String outcomeAfter(PlainBooking asked, String change, Object... parameters) throws SQLException {
        try (Connection another = database.getConnection()) {
            another.setAutoCommit(false);
            try (PreparedStatement statement = another.prepareStatement(change)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
            CompletableFuture<Void> made = CompletableFuture.runAsync(() -> Plainly.together(asked));
            await().until(() -> given.sql()
                            .<Long>one("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query"
                                    + " LIKE '%SELECT w.*,%' AND pid <> pg_backend_pid()")
                    == 1);
            another.commit();
            made.join();
        }
        return Plainly.outcome(asked);
    }
}
