package org.bearhug.user.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/**
 * Somebody asked for an account. It becomes one when whoever reads the address's mail follows the link, with the
 * password that was given with that very link: nobody can lay a password in wait for an address that is not theirs.
 */
@Entity
class Registration extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    byte[] tokenHash;

    String email;

    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    String timeZone;

    String locale;

    String passwordHash;

    Instant expiresAt;

    UUID accountId;

    /** All of the same address as this token's, in one order, so that two links followed at once make no deadlock. */
    static List<Registration> lockedByAddressOf(byte[] tokenHash) {
        return find("email = (select r.email from Registration r where r.tokenHash = ?1) order by id", tokenHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The newest for this address that still waits for its link to be followed. */
    static Optional<Registration> newestWaiting(String email, Instant now) {
        return find("email = ?1 and accountId is null and expiresAt > ?2 order by id desc", email, now)
                .firstResultOptional();
    }

    boolean isOpenedBy(byte[] hash, Instant now) {
        return Arrays.equals(tokenHash, hash) && expiresAt.isAfter(now);
    }

    boolean waits() {
        return accountId == null;
    }

    /** It has led to this account, by its own link or another. */
    void settle(UUID account) {
        accountId = account;
        passwordHash = null;
    }
}
