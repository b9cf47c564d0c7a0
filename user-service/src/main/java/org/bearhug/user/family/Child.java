package org.bearhug.user.family;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Versions.Versioned;
import org.hibernate.annotations.UuidGenerator;

/** A child, whom its carers alone see and change; {@code carerId} is the first of them. */
@Entity
class Child extends PanacheEntityBase {

    private static final String OF_CARER = "id in (select childId from ChildCarer where carerId = ?1)";

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID carerId;

    String name;

    LocalDate bornOn;

    LocalDate dueOn;

    Instant createdAt;

    @Version
    long version;

    static Child from(NewChild wish, UUID carer, Instant now) {
        Child child = new Child();
        child.carerId = carer;
        child.name = wish.name();
        child.bornOn = wish.bornOn();
        child.dueOn = wish.dueOn();
        child.createdAt = now;
        return child;
    }

    static List<Child> of(UUID carer) {
        return list(OF_CARER + " order by id", carer);
    }

    static Optional<Child> of(UUID carer, UUID id) {
        return find(OF_CARER + " and id = ?2", carer, id).firstResultOptional();
    }

    /** Read and, with who cares for it, kept from changing until the transaction ends. */
    static Optional<Child> lockedOf(UUID carer, UUID id) {
        return locked(id).filter(child -> ChildCarer.of(id).contains(carer));
    }

    static Optional<Child> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Another version of it, though the change stands in another table. */
    void grow() {
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    Versioned<ChildView> versioned() {
        return new Versioned<>(ChildView.of(this), version);
    }
}
