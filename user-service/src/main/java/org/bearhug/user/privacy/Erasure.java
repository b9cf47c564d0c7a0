package org.bearhug.user.privacy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.user.secret.Secret;
import org.hibernate.annotations.UuidGenerator;

/** A wish to be erased; an account has one open at most. Changed only while its account is locked. */
@Entity
class Erasure extends PanacheEntityBase {

    static final Duration TOKEN_VALID = Duration.ofDays(1);

    /** Where it stands. */
    enum State {
        ASKED,
        PLANNED,
        CANCELLED,
        ERASED
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID accountId;

    @Enumerated(EnumType.STRING)
    State state;

    byte[] tokenHash;

    Instant tokenExpiresAt;

    Instant askedAt;

    Instant dueAt;

    Instant erasedAt;

    Instant toldAgainAt;

    static Optional<Erasure> open(UUID account) {
        return find("accountId = ?1 and state in ('ASKED', 'PLANNED')", account).firstResultOptional();
    }

    /** Those whose time has come. */
    static List<Erasure> due(Instant now, int atMost) {
        return find("state = 'PLANNED' and dueAt <= ?1 order by dueAt", now)
                .page(0, atMost)
                .list();
    }

    /** Those done by then that the other services were told of once; locked. */
    static List<Erasure> toldOnce(Instant before, int atMost) {
        return find("state = 'ERASED' and erasedAt <= ?1 and toldAgainAt is null order by erasedAt", before)
                .page(0, atMost)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean isConfirmedBy(Secret token, Instant now) {
        return tokenHash != null && Secret.same(tokenHash, token.hash()) && now.isBefore(tokenExpiresAt);
    }

    void ask(Secret token, Instant now) {
        state = State.ASKED;
        askedAt = now;
        tokenHash = token.hash();
        tokenExpiresAt = now.plus(TOKEN_VALID);
    }

    void cancel() {
        state = State.CANCELLED;
        tokenHash = null;
        tokenExpiresAt = null;
    }

    void done(Instant now) {
        state = State.ERASED;
        erasedAt = now;
        tokenHash = null;
        tokenExpiresAt = null;
    }
}
