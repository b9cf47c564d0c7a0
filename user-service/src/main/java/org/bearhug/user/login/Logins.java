package org.bearhug.user.login;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.hibernate.Session;

/** Who is logged in, by refresh tokens: begun, ended and forgotten. How they go on is the matter of {@link Rotation}. */
@ApplicationScoped
public class Logins {

    static final Duration IDLE = Duration.ofDays(30);
    static final Duration LONGEST = Duration.ofDays(180);

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

    private static final String CLOSE =
            "DELETE FROM login_session WHERE family_hash = :family RETURNING account_id, id";

    @Inject
    Session database;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

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
