package org.bearhug.course.entry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The name of a class with its instructor's integration. One name is one class, for ever. */
@Entity
class ClassEntry extends PanacheEntityBase {

    @Id
    UUID sessionId;

    UUID blockId;

    UUID instructorId;

    String externalId;

    /** Kept by the database, with each change of what the entry shows. */
    @Column(insertable = false, updatable = false)
    Instant changedAt;

    static ClassEntry of(UUID sessionId, UUID blockId, UUID instructorId, String externalId) {
        ClassEntry entry = new ClassEntry();
        entry.sessionId = sessionId;
        entry.blockId = blockId;
        entry.instructorId = instructorId;
        entry.externalId = externalId;
        return entry;
    }

    static Optional<ClassEntry> find(UUID instructorId, String externalId) {
        return find("instructorId = ?1 and externalId = ?2", instructorId, externalId)
                .firstResultOptional();
    }
}
