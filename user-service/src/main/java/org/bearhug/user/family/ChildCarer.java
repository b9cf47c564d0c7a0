package org.bearhug.user.family;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who cares for a child. The first comes with the child; none is changed without the child's lock. */
@Entity
@IdClass(ChildCarer.Key.class)
class ChildCarer extends PanacheEntityBase {

    /** How many one child can have. */
    static final int LIMIT = 6;

    @Id
    UUID childId;

    @Id
    UUID carerId;

    Instant joinedAt;

    record Key(UUID childId, UUID carerId) {}

    /** Of a child, the longest first. */
    static List<UUID> of(UUID child) {
        return getEntityManager()
                .createQuery("select carerId from ChildCarer where childId = ?1 order by joinedAt, carerId", UUID.class)
                .setParameter(1, child)
                .getResultList();
    }

    /** Of a carer, in the order in which they are locked. */
    static List<UUID> childrenOf(UUID carer) {
        return getEntityManager()
                .createQuery("select childId from ChildCarer where carerId = ?1 order by childId", UUID.class)
                .setParameter(1, carer)
                .getResultList();
    }

    static void join(UUID child, UUID carer, Instant now) {
        ChildCarer joined = new ChildCarer();
        joined.childId = child;
        joined.carerId = carer;
        joined.joinedAt = now;
        joined.persistAndFlush();
    }

    static void leave(UUID child, UUID carer) {
        delete("childId = ?1 and carerId = ?2", child, carer);
    }
}
