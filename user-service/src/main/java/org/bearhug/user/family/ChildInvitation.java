package org.bearhug.user.family;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.user.secret.Secret;

/** Somebody with a certain address may share a child, once. Neither the address nor the token lies here in clear. */
@Entity
class ChildInvitation extends PanacheEntityBase {

    /** How many of one child can be open at a time. */
    static final int LIMIT = 10;

    @Id
    byte[] tokenHash;

    UUID childId;

    UUID invitedBy;

    byte[] emailHash;

    UUID acceptedBy;

    Instant expiresAt;

    static ChildInvitation of(UUID child, UUID carer, String email, Secret token, Instant expiresAt) {
        ChildInvitation invitation = new ChildInvitation();
        invitation.tokenHash = token.hash();
        invitation.childId = child;
        invitation.invitedBy = carer;
        invitation.emailHash = new Secret(email).hash();
        invitation.expiresAt = expiresAt;
        return invitation;
    }

    static Optional<ChildInvitation> open(byte[] tokenHash, Instant now) {
        return find("tokenHash = ?1 and expiresAt > ?2", tokenHash, now).firstResultOptional();
    }

    static Optional<ChildInvitation> locked(byte[] tokenHash) {
        return findByIdOptional(tokenHash, LockModeType.PESSIMISTIC_WRITE);
    }

    static long openOf(UUID child, Instant now) {
        return count("childId = ?1 and acceptedBy is null and expiresAt > ?2", child, now);
    }
}
