package org.bearhug.user.consent;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** A consent given or taken back: in which words, from where and when. Never changed. */
@Entity
@Immutable
class ConsentChange extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID accountId;

    @Enumerated(EnumType.STRING)
    Consent consent;

    boolean given;

    String textVersion;

    String source;

    Instant changedAt;

    /** The newest first. */
    static List<ConsentChange> of(UUID account) {
        return list("accountId = ?1 order by id desc", account);
    }
}
