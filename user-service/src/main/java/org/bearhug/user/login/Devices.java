package org.bearhug.user.login;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;

/**
 * The browsers that somebody has logged in with before. Whoever logs in with another gets a letter about it, save for
 * the first: who has just made an account knows.
 */
@ApplicationScoped
class Devices {

    static final Duration REMEMBERED = Duration.ofDays(400);

    /** More than a family has; a script that keeps no cookie must not fill the table. */
    static final int AT_MOST = 20;

    private static final String SEEN_AGAIN =
            """
            UPDATE login_device SET last_at = :now, print_hash = :print, name = :name
             WHERE account_id = :account AND cookie_hash = :cookie""";

    private static final String LOOKS_NEW =
            "SELECT count(*) > 0 AND NOT coalesce(bool_or(print_hash = :print), false) FROM login_device WHERE account_id = :account";

    private static final String ADD =
            """
            INSERT INTO login_device (account_id, cookie_hash, print_hash, name, first_at, last_at)
            VALUES (:account, :cookie, :print, :name, :now, :now)""";

    private static final String DROP_OLDEST =
            """
            DELETE FROM login_device
             WHERE id IN (SELECT id FROM login_device WHERE account_id = :account ORDER BY last_at DESC OFFSET :most)""";

    @Inject
    Session database;

    @Inject
    WarningLetters letters;

    @Inject
    Clock clock;

    /** Notes, in the running transaction, that this browser logs in, and returns the cookie it is known by from now on. */
    @Transactional(Transactional.TxType.MANDATORY)
    Secret greet(AccountView account, Visit visit) {
        Instant now = clock.instant();
        byte[] print = visit.print(account.id());
        if (visit.cookie().isPresent()
                && note(SEEN_AGAIN, account.id(), visit.cookie().get(), print, visit.device(), now) == 1) {
            return visit.cookie().get();
        }
        if (database.createNativeQuery(LOOKS_NEW, Boolean.class)
                .setParameter("print", print)
                .setParameter("account", account.id())
                .getSingleResult()) {
            letters.write(LetterKind.NEW_DEVICE, account, visit, now);
        }
        Secret cookie = Secret.random();
        note(ADD, account.id(), cookie, print, visit.device(), now);
        database.createNativeMutationQuery(DROP_OLDEST)
                .setParameter("account", account.id())
                .setParameter("most", AT_MOST)
                .executeUpdate();
        return cookie;
    }

    private int note(String statement, UUID account, Secret cookie, byte[] print, String name, Instant now) {
        return database.createNativeMutationQuery(statement)
                .setParameter("account", account)
                .setParameter("cookie", cookie.hash())
                .setParameter("print", print)
                .setParameter("name", name)
                .setParameter("now", now)
                .executeUpdate();
    }

    @Scheduled(every = "6h", delayed = "7m", identity = "forget-devices")
    @Transactional
    void forget() {
        database.createNativeMutationQuery("DELETE FROM login_device WHERE last_at <= :before")
                .setParameter("before", clock.instant().minus(REMEMBERED))
                .executeUpdate();
    }
}
