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
import org.hibernate.annotations.UuidGenerator;

/** A child of exactly one carer, who alone sees and changes it. */
@Entity
class Child extends PanacheEntityBase {

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

    static List<Child> of(UUID carer) {
        return list("carerId = ?1 order by id", carer);
    }

    static Optional<Child> of(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2", id, carer).firstResultOptional();
    }

    static Optional<Child> lockedOf(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2", id, carer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
