package org.bearhug.booking.pass;

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
 * What passes are good for as far as it is remembered. Whether one is paid, and what is left of it, the database is asked whenever
 * somebody books with it, and whether its title is still the same.
 */
@ApplicationScoped
public class KnownPasses {

    private static final String PASSES =
            "SELECT id, carer_id, instructor_id, course_ids, title, valid_until FROM pass WHERE id = ANY(?)";

    private final Remembered<PassTerms> passes = new Remembered<>(this::read);

    @Inject
    DataSource database;

    /** These by id; those that are not there are left out. */
    public Map<UUID, Fact<PassTerms>> recall(Set<UUID> ids) {
        return passes.recall(ids);
    }

    /** Lets go of these. */
    public void forget(Collection<UUID> ids) {
        passes.forget(ids);
    }

    private List<Fact<PassTerms>> read(Collection<UUID> ids) {
        return Lookup.of(database, PASSES, KnownPasses::fact, Lookup.Keys.of(ids));
    }

    private static Fact<PassTerms> fact(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        PassTerms terms = new PassTerms(
                id,
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                List.of((UUID[]) row.getArray(4).getArray()),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
        return new Fact<>(id, 0, terms);
    }
}
