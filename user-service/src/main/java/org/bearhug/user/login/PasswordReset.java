package org.bearhug.user.login;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A way to set a new password, good once and for an hour. Without an account it leads nowhere. */
@Entity
class PasswordReset extends PanacheEntityBase {

    @Id
    byte[] tokenHash;

    UUID accountId;

    Instant expiresAt;

    static Optional<PasswordReset> open(byte[] tokenHash, Instant now) {
        return find("tokenHash = ?1 and expiresAt > ?2 and accountId is not null", tokenHash, now)
                .firstResultOptional();
    }
}
