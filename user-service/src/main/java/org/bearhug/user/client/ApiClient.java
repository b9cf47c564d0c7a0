package org.bearhug.user.client;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A program that acts for an instructor, within scopes from a fixed list. */
@Entity
class ApiClient extends PanacheEntityBase {

    /** What an instructor can let a program do. */
    static final List<String> SCOPES = List.of("classes:write", "bookings:read", "events:read");

    /** How many one instructor can have. */
    static final int LIMIT = 10;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID accountId;

    String name;

    String[] scopes;

    Instant createdAt;

    Instant lastUsedAt;

    static Optional<ApiClient> of(UUID account, UUID id) {
        return find("id = ?1 and accountId = ?2", id, account).firstResultOptional();
    }

    static List<ApiClient> of(UUID account) {
        return list("accountId = ?1 order by id", account);
    }
}
