package org.bearhug.user.family;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.hibernate.Session;

/** Who cares for a child together. There is always one: the last cannot leave (docs/decisions/0010-shared-children.md). */
@ApplicationScoped
class Carers {

    private static final String NAMES =
            """
            SELECT c.carer_id, a.name, c.joined_at
              FROM child_carer c JOIN account a ON a.id = c.carer_id
             WHERE c.child_id = :child
             ORDER BY c.joined_at, c.carer_id""";

    @Inject
    Session database;

    @Inject
    ChildFacts facts;

    @Inject
    Audit audit;

    /** Somebody who cares for a child, as the others who do see them. */
    record CarerView(UUID id, String name, Instant joinedAt) {}

    @Transactional
    List<CarerView> of(UUID carer, UUID child) {
        Child.of(carer, child).orElseThrow(() -> Refusal.notFound("child"));
        return database.createNativeQuery(NAMES, Object[].class)
                .setParameter("child", child)
                .setTupleTransformer((row, columns) -> new CarerView((UUID) row[0], (String) row[1], (Instant) row[2]))
                .getResultList();
    }

    /**
     * Lets a carer go. What was booked for the child stays with the others.
     *
     * @throws Refusal 404 for another's child, 409 {@code last-carer}
     */
    @Transactional
    void leave(UUID carer, UUID id) {
        Child child = Child.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("child"));
        if (!leave(carer, child)) {
            throw new Refusal(409, "last-carer", "Nobody else cares for this child. You can erase it instead.");
        }
        audit.note(Act.CARER_LEFT, carer, id);
    }

    /** As {@link #leave(UUID, UUID)} for a child that is locked; returns false for the last carer, who stays. */
    boolean leave(UUID carer, Child child) {
        List<UUID> others =
                ChildCarer.of(child.id).stream().filter(id -> !id.equals(carer)).toList();
        if (others.isEmpty()) {
            return false;
        }
        child.carerId = child.carerId.equals(carer) ? others.get(0) : child.carerId;
        child.grow();
        child.persistAndFlush();
        ChildCarer.leave(child.id, carer);
        ChildInvitation.delete("childId = ?1 and invitedBy = ?2", child.id, carer);
        facts.changed(child);
        return true;
    }
}
