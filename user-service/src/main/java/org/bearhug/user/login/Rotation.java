package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * How log-ins go on. Each refresh token is good once and gives its successor; the exchange is one conditional
 * UPDATE, so of several at once exactly one succeeds. When an older token of a log-in comes back, somebody else may have
 * a copy, and the whole log-in ends. Only the immediate predecessor is excused for some seconds, and answered with the
 * same successor again: the first answer may be lost on a train, or two tabs of one browser may have sent it at once.
 */
@ApplicationScoped
class Rotation {

    private static final Logger LOG = Logger.getLogger(Rotation.class);

    static final Duration GRACE = Duration.ofSeconds(20);

    private static final String ROTATE =
            """
            UPDATE login_session
               SET token_hash = :new, previous_hash = token_hash, successor_salt = :salt, rotated_at = :now,
                   expires_at = least(:expires, ends_at)
             WHERE family_hash = :family AND token_hash = :old AND expires_at > :now
            RETURNING account_id, created_at""";

    private static final String AGAIN =
            """
            SELECT account_id, created_at, successor_salt FROM login_session
             WHERE family_hash = :family AND previous_hash = :old AND rotated_at > :graceFrom AND expires_at > :now""";

    private static final String END_IF_STOLEN =
            """
            DELETE FROM login_session
             WHERE family_hash = :family AND token_hash <> :old
               AND (previous_hash IS DISTINCT FROM :old OR rotated_at <= :graceFrom)
            RETURNING account_id, id""";

    @Inject
    Session database;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** A log-in that goes on: whose, since when, and the next token for it. */
    record Continued(UUID account, Instant since, RefreshToken token) {}

    /**
     * Exchanges a token for its successor.
     *
     * @throws Refusal 401 {@code invalid-token}; what was ended stays ended
     */
    @Transactional(dontRollbackOn = Refusal.class)
    Continued refresh(RefreshToken token) {
        Instant now = clock.instant();
        byte[] salt = Secret.random().hash();
        RefreshToken next = token.next(salt);
        Optional<Object[]> rotated = database.createNativeQuery(ROTATE, Object[].class)
                .setParameter("new", next.secret().hash())
                .setParameter("salt", salt)
                .setParameter("now", now)
                .setParameter("expires", now.plus(Logins.IDLE))
                .setParameter("family", token.family().hash())
                .setParameter("old", token.secret().hash())
                .uniqueResultOptional();
        return rotated.map(row -> new Continued((UUID) row[0], (Instant) row[1], next))
                .or(() -> again(token, now))
                .orElseThrow(() -> refusal(token, now));
    }

    /** The same successor once more, for the immediate predecessor. */
    private Optional<Continued> again(RefreshToken token, Instant now) {
        return database.createNativeQuery(AGAIN, Object[].class)
                .setParameter("family", token.family().hash())
                .setParameter("old", token.secret().hash())
                .setParameter("graceFrom", now.minus(GRACE))
                .setParameter("now", now)
                .uniqueResultOptional()
                .map(row -> new Continued((UUID) row[0], (Instant) row[1], token.next((byte[]) row[2])));
    }

    private Refusal refusal(RefreshToken token, Instant now) {
        database.createNativeQuery(END_IF_STOLEN, Object[].class)
                .setParameter("family", token.family().hash())
                .setParameter("old", token.secret().hash())
                .setParameter("graceFrom", now.minus(GRACE))
                .uniqueResultOptional()
                .ifPresent(ended -> {
                    audit.note(Act.LOGIN_STOLEN, (UUID) ended[0], (UUID) ended[1]);
                    LOG.warnf("An old refresh token came back; log-in %s is ended.", ended[1]);
                });
        return RefreshToken.refusal();
    }
}
