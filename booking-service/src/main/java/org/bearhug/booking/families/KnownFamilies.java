package org.bearhug.booking.families;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.booking.memory.Lookup;
import org.bearhug.booking.memory.Remembered;
import org.bearhug.booking.memory.Remembered.Fact;

/** Who cares for whom as far as it is remembered, with the versions by which that is checked. */
@ApplicationScoped
public class KnownFamilies {

    private static final String CHILDREN = Families.CHILDREN.replace(":ids", "?") + " AND NOT erased";

    private final Remembered<Child> children = new Remembered<>(this::read);

    @Inject
    DataSource database;

    /** What is known of some children. */
    public record Extract(Map<UUID, Fact<Child>> children) {

        /** As {@link Families#children}. */
        public List<Child> children(UUID carer, Collection<UUID> ids) {
            List<Child> known = ids.stream()
                    .map(children::get)
                    .filter(fact -> fact != null)
                    .map(Fact::value)
                    .toList();
            return Families.ofCarer(carer, ids, known);
        }

        /** Whether this is a child of this carer. */
        public boolean caresFor(UUID carer, UUID child) {
            return children.containsKey(child) && children.get(child).value().isCaredForBy(carer);
        }
    }

    /** What is known of these; the erased are left out. */
    public Extract recall(Set<UUID> ids) {
        return new Extract(children.recall(ids));
    }

    /** Lets go of what is no longer so. */
    public void forget(Collection<UUID> ids) {
        children.forget(ids);
    }

    private List<Fact<Child>> read(Collection<UUID> ids) {
        return Lookup.of(database, CHILDREN, KnownFamilies::fact, Lookup.Keys.of(ids));
    }

    private static Fact<Child> fact(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Set<UUID> carers = Set.of((UUID[]) row.getArray(2).getArray());
        Child child = new Child(id, carers, row.getString(3), row.getObject(4, LocalDate.class));
        return new Fact<>(id, row.getLong(5), child);
    }
}
