package org.bearhug.user.login;

import io.quarkus.scheduler.Scheduled;
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
 * Who is logged in, by refresh tokens. Each is good once and gives its successor; the exchange is one conditional
 * UPDATE, so of several at once exactly one succeeds. When an older token of a log-in comes back, somebody else may have
 * a copy, and the whole log-in ends. Only the immediate predecessor is excused for some seconds, and answered with the
 * same successor again: the first answer may be lost on a train, or two tabs of one browser may have sent it at once.
 */
@ApplicationScoped
public class Logins {

    private static final Logger LOG = Logger.getLogger(Logins.class);

    static final Duration IDLE = Duration.ofDays(30);
    static final Duration LONGEST = Duration.ofDays(180);
    static final Duration GRACE = Duration.ofSeconds(20);

    /** More than a family has devices; a script that logs in every minute must not fill the table. */
    static final int AT_ONCE = 50;

    private static final String OPEN =
            """
            INSERT INTO login_session
                   (account_id, family_hash, token_hash, method, device_name, created_at, rotated_at, expires_at, ends_at)
            VALUES (:account, :family, :token, :method, :device, :now, :now, :expires, :ends)""";

    private static final String CLOSE_OLDEST =
            """
            DELETE FROM login_session
             WHERE id IN (SELECT id FROM login_session WHERE account_id = :account ORDER BY created_at DESC OFFSET :most)""";

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

    private static final String CLOSE =
            "DELETE FROM login_session WHERE family_hash = :family RETURNING account_id, id";

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

    @Transactional(Transactional.TxType.MANDATORY)
    RefreshToken open(UUID account, LoginMethod method, String device) {
        Instant now = clock.instant();
        RefreshToken token = RefreshToken.first();
        database.createNativeMutationQuery(OPEN)
                .setParameter("account", account)
                .setParameter("family", token.family().hash())
                .setParameter("token", token.secret().hash())
                .setParameter("method", method.name())
                .setParameter("device", device)
                .setParameter("now", now)
                .setParameter("expires", now.plus(IDLE))
                .setParameter("ends", now.plus(LONGEST))
                .executeUpdate();
        database.createNativeMutationQuery(CLOSE_OLDEST)
                .setParameter("account", account)
                .setParameter("most", AT_ONCE)
                .executeUpdate();
        return token;
    }

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
                .setParameter("expires", now.plus(IDLE))
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

    /** Ends the log-in of a refresh token; any other text is none, and nothing happens. */
    @Transactional
    public void revoke(String text) {
        RefreshToken.read(text).ifPresent(this::close);
    }

    @Transactional
    void close(RefreshToken token) {
        database.createNativeQuery(CLOSE, Object[].class)
                .setParameter("family", token.family().hash())
                .uniqueResultOptional()
                .ifPresent(ended -> audit.note(Act.LOGGED_OUT, (UUID) ended[0], (UUID) ended[1]));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void closeAll(UUID account) {
        database.createNativeMutationQuery("DELETE FROM login_session WHERE account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "forget-logins")
    @Transactional
    void forget() {
        database.createNativeMutationQuery("DELETE FROM login_session WHERE expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
