package org.bearhug.booking.families;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.kit.Refusal;

/** Who cares for whom. */
@ApplicationScoped
public class Families {

    /** Of a table {@code child}: whether the carer {@code :carer} cares for it now. */
    public static final String CARED_FOR = "(child.carer_id = :carer OR child.carer_ids @> ARRAY[:carer])";

    static final String CHILDREN =
            """
            SELECT id, ARRAY(SELECT DISTINCT unnest(carer_ids || carer_id)), name, born_on, version
              FROM child
             WHERE id = ANY(:ids)""";

    @Inject
    EntityManager entities;

    /**
     * These children of this carer.
     *
     * @throws Refusal 404 when one of them is not known here (yet) or is another's
     */
    public List<Child> children(UUID carerId, Collection<UUID> ids) {
        return ofCarer(carerId, ids, find(ids));
    }

    /** Those of these children who are found among them; else as {@link #children}. */
    public static List<Child> ofCarer(UUID carerId, Collection<UUID> ids, List<Child> found) {
        List<Child> children =
                found.stream().filter(child -> child.isCaredForBy(carerId)).toList();
        if (children.size() < ids.size()) {
            throw Refusal.notFound("child");
        }
        return children;
    }

    /** Whether this service was told of all these children of this carer. */
    public boolean knows(UUID carerId, Collection<UUID> ids) {
        return find(ids).stream().filter(child -> child.isCaredForBy(carerId)).count() == ids.size();
    }

    /** These children by id, whosever they are; the erased are left out. */
    public Map<UUID, Child> byId(Set<UUID> ids) {
        return find(ids).stream().collect(Collectors.toMap(Child::id, Function.identity()));
    }

    /** Those of these children that this carer cares for now; the erased are among them, without a name. */
    public Map<UUID, Child> caredForBy(UUID carerId, Set<UUID> ids) {
        return rows(CHILDREN, ids).stream()
                .map(Families::child)
                .filter(child -> child.isCaredForBy(carerId))
                .collect(Collectors.toMap(Child::id, Function.identity()));
    }

    /** The names of these carers by id; the erased are left out. */
    public Map<UUID, String> carerNames(Set<UUID> ids) {
        return rows("SELECT id, name FROM carer WHERE id = ANY(:ids) AND NOT erased", ids).stream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    /** Where this carer lives, as far as it is known. */
    public Optional<ZoneId> zone(UUID carerId) {
        return rows("SELECT time_zone FROM carer WHERE id = ANY(:ids) AND time_zone IS NOT NULL", Set.of(carerId))
                .stream()
                .map(row -> row.get(0, String.class))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of)
                .findFirst();
    }

    private List<Child> find(Collection<UUID> ids) {
        return rows(CHILDREN + " AND NOT erased", ids).stream()
                .map(Families::child)
                .toList();
    }

    private static Child child(Tuple row) {
        return new Child(
                row.get(0, UUID.class),
                Set.of(row.get(1, UUID[].class)),
                row.get(2, String.class),
                row.get(3, LocalDate.class));
    }

    @SuppressWarnings("unchecked") // a native query answers raw lists
    private List<Tuple> rows(String query, Collection<UUID> ids) {
        return entities.createNativeQuery(query, Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }
}
