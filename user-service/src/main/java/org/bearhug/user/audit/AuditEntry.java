package org.bearhug.user.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who did what to whom and when; written once. */
@Entity
@Immutable
class AuditEntry extends PanacheEntityBase {

    @Id
    UUID id;

    Instant at;

    @Enumerated(EnumType.STRING)
    Act act;

    UUID actorId;

    UUID accountId;

    UUID subjectId;

    /** What this person did and what was done to them, the newest first. */
    static List<AuditEntry> about(UUID person, UUID before, int size) {
        return find("(accountId = ?1 or actorId = ?1) and id < ?2 order by id desc", person, before)
                .page(0, size)
                .list();
    }

    /** Of everybody, or of one person. */
    static List<AuditEntry> all(UUID person, UUID before, int size) {
        return person != null
                ? about(person, before, size)
                : find("id < ?1 order by id desc", before).page(0, size).list();
    }
}
