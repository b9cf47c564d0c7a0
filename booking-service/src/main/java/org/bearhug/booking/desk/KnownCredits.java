package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.booking.memory.Lookup;
import org.bearhug.booking.memory.Remembered;
import org.bearhug.booking.memory.Remembered.Fact;

/**
 * Make-up credits as far as they are remembered: for whom they are, for what and until when, which never changes and so has no
 * version. Whether one is used the database is asked whenever somebody books with it.
 */
@ApplicationScoped
class KnownCredits {

    private static final String CREDITS =
            "SELECT id, child_id, course_id, currency, valid_until FROM make_up_credit WHERE id = ANY(?)";

    private final Remembered<Credit> credits = new Remembered<>(this::read);

    @Inject
    DataSource database;

    /** What was earned just now, and may be used soon. */
    void remember(Credit credit) {
        credits.remember(fact(credit));
    }

    /** These by id; those that are not there are left out. */
    Map<UUID, Fact<Credit>> recall(Set<UUID> ids) {
        return credits.recall(ids);
    }

    /** Lets go of these. */
    void forget(Collection<UUID> ids) {
        credits.forget(ids);
    }

    private List<Fact<Credit>> read(Collection<UUID> ids) {
        return Lookup.of(database, CREDITS, row -> fact(credit(row)), Lookup.Keys.of(ids));
    }

    private static Credit credit(ResultSet row) throws SQLException {
        Credit credit = new Credit();
        credit.id = row.getObject(1, UUID.class);
        credit.childId = row.getObject(2, UUID.class);
        credit.courseId = row.getObject(3, UUID.class);
        credit.currency = row.getString(4);
        credit.validUntil = row.getObject(5, OffsetDateTime.class).toInstant();
        return credit;
    }

    private static Fact<Credit> fact(Credit credit) {
        return new Fact<>(credit.id, 0, credit);
    }
}
