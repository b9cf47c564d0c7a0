package org.bearhug.user.login;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;

/**
 * How often a log-in is tried: few times for one account from one place, more from everywhere together, so that neither
 * a guesser gets far nor the parent is shut out by one. Counted before the password is looked at, since many tries at
 * once must not count as none. Unknown addresses count alike. Links asked for by mail are counted in the same way.
 */
@ApplicationScoped
class Attempts {

    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int FROM_ONE_PLACE = 10;
    static final int FROM_EVERYWHERE = 100;
    static final int LINKS = 5;

    private static final byte[] ANYWHERE = {};

    /** A count that a crash loses is no loss, so nobody waits for it to be on disk. */
    private static final String COUNT =
            """
            INSERT INTO login_attempts AS a (email_hash, address_hash, tried, window_ends)
            VALUES (:email, :address, 1, :ends)
            ON CONFLICT (email_hash, address_hash) DO UPDATE
               SET tried = CASE WHEN a.window_ends <= :now THEN 1 ELSE a.tried + 1 END,
                   window_ends = CASE WHEN a.window_ends <= :now THEN excluded.window_ends ELSE a.window_ends END
            RETURNING tried, window_ends, set_config('synchronous_commit', 'off', true)""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /** Counts a log-in, and says what is left: of the limit that is exceeded if one is, else of that for this place. */
    @Transactional
    Quota count(String email, String address) {
        Quota here = count("log-in-here", email, hash(address), FROM_ONE_PLACE);
        // What is refused here anyway does not use up what is left for the parent elsewhere.
        if (here.isExceeded()) {
            return here;
        }
        Quota anywhere = count("log-in", email, ANYWHERE, FROM_EVERYWHERE);
        return anywhere.isExceeded() ? anywhere : here;
    }

    /** Counts a link that is asked for. */
    @Transactional
    Quota countLink(String email, String address) {
        return count("magic-link", link(email), hash(address), LINKS);
    }

    private static String link(String email) {
        return "magic-link:" + email;
    }

    private Quota count(String policy, String whose, byte[] address, int limit) {
        Instant now = clock.instant();
        Object[] row = database.createNativeQuery(COUNT, Object[].class)
                .setParameter("email", hash(whose))
                .setParameter("address", address)
                .setParameter("ends", now.plus(WINDOW))
                .setParameter("now", now)
                .getSingleResult();
        return new Quota(policy, limit, WINDOW, limit - (Integer) row[0], Duration.between(now, (Instant) row[1]));
    }

    /** Takes back what was counted for a log-in that was right. */
    @Transactional
    void forgive(String email, String address) {
        // In the order of count(), or the two would lock each other out.
        lower("0", email, hash(address));
        lower("greatest(tried - 1, 0)", email, ANYWHERE);
    }

    /** Takes back one try that came to nothing. */
    @Transactional
    void takeBack(String email, String address) {
        lower("greatest(tried - 1, 0)", email, hash(address));
        lower("greatest(tried - 1, 0)", email, ANYWHERE);
    }

    private void lower(String tried, String email, byte[] address) {
        database.createNativeMutationQuery("UPDATE login_attempts SET tried = " + tried
                        + " WHERE email_hash = :email AND address_hash = :address")
                .setParameter("email", hash(email))
                .setParameter("address", address)
                .executeUpdate();
    }

    /** Starts anew for an account, whose owner has just shown to read its mail. */
    @Transactional
    void forget(String email) {
        database.createNativeMutationQuery("DELETE FROM login_attempts WHERE email_hash IN (:log, :link)")
                .setParameter("log", hash(email))
                .setParameter("link", hash(link(email)))
                .executeUpdate();
    }

    private static byte[] hash(String text) {
        return new Secret(text).hash();
    }

    @Scheduled(every = "1h", delayed = "4m", identity = "forget-attempts")
    @Transactional
    void forgetOld() {
        database.createNativeMutationQuery("DELETE FROM login_attempts WHERE window_ends <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
