package org.bearhug.user.passkey;

import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** The public half of a key that lives in somebody's device; no two have the same credential id. */
@Entity
class Passkey extends PanacheEntityBase {

    /** How many one account can have. */
    static final int LIMIT = 20;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID accountId;

    byte[] credentialId;

    byte[] credentialData;

    long signCount;

    boolean backupEligible;

    boolean backedUp;

    String[] transports;

    String name;

    Instant createdAt;

    Instant lastUsedAt;

    static Passkey from(AuthenticatorData<?> made, UUID account) {
        Passkey passkey = new Passkey();
        passkey.accountId = account;
        passkey.credentialId = made.getAttestedCredentialData().getCredentialId();
        passkey.signCount = made.getSignCount();
        passkey.backupEligible = made.isFlagBE();
        passkey.backedUp = made.isFlagBS();
        return passkey;
    }

    static List<Passkey> of(UUID account) {
        return list("accountId = ?1 order by id", account);
    }

    static Optional<Passkey> byCredential(byte[] credentialId) {
        return find("credentialId", credentialId).firstResultOptional();
    }

    /** Notes a use, unless the passkey was used with this count or a higher one since; some never count. */
    boolean use(long count, boolean backedUpNow, Instant now) {
        return update(
                        "signCount = ?1, backedUp = ?2, lastUsedAt = ?3"
                                + " where id = ?4 and (signCount < ?1 or (signCount = 0 and ?1 = 0))",
                        count,
                        backedUpNow,
                        now,
                        id)
                == 1;
    }
}
