package org.bearhug.user.limit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;

/** Counts tries of a quarter of an hour, by what is tried and from which place; of both there are hashes alone. */
@ApplicationScoped
public class Counts {

    /** After the first try, how long it takes until the count begins anew. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** The place of what is counted from everywhere together. */
    public static final String ANYWHERE = "";

    /** A count that a crash loses is no loss, so nobody waits for it to be on disk. */
    private static final String COUNT =
            """
            INSERT INTO login_attempts AS a (email_hash, address_hash, tried, window_ends)
            VALUES (:what, :place, 1, :ends)
            ON CONFLICT (email_hash, address_hash) DO UPDATE
               SET tried = CASE WHEN a.window_ends <= :now THEN 1 ELSE a.tried + 1 END,
                   window_ends = CASE WHEN a.window_ends <= :now THEN excluded.window_ends ELSE a.window_ends END
            RETURNING tried, window_ends, set_config('synchronous_commit', 'off', true)""";

    private static final String TAKE_BACK =
            """
            UPDATE login_attempts SET tried = greatest(tried - :tries, 0)
             WHERE email_hash = :what AND address_hash = :place""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * Counts one more, and says what is left.
     *
     * @param policy the limit's name for callers
     * @param what such as an account's address, known or not
     * @param place as {@link Origin} has it, or {@link #ANYWHERE}
     */
    @Transactional
    public Quota count(String policy, String what, String place, int limit) {
        Instant now = clock.instant();
        Object[] row = database.createNativeQuery(COUNT, Object[].class)
                .setParameter("what", hash(what))
                .setParameter("place", placeHash(place))
                .setParameter("ends", now.plus(WINDOW))
                .setParameter("now", now)
                .getSingleResult();
        return new Quota(policy, limit, WINDOW, limit - (Integer) row[0], Duration.between(now, (Instant) row[1]));
    }

    /** Takes back this many tries, or as many as there are. */
    @Transactional
    public void takeBack(int tries, String what, String place) {
        database.createNativeMutationQuery(TAKE_BACK)
                .setParameter("tries", tries)
                .setParameter("what", hash(what))
                .setParameter("place", placeHash(place))
                .executeUpdate();
    }

    /** Starts anew from all places. */
    @Transactional
    public void forget(String... what) {
        database.createNativeMutationQuery("DELETE FROM login_attempts WHERE email_hash IN (:what)")
                .setParameterList("what", Arrays.stream(what).map(Counts::hash).toList())
                .executeUpdate();
    }

    private static byte[] placeHash(String place) {
        return place.equals(ANYWHERE) ? new byte[0] : hash(place);
    }

    private static byte[] hash(String text) {
        return new Secret(text).hash();
    }

    /** Drops the counts whose time is over. */
    @Scheduled(every = "1h", delayed = "4m", identity = "forget-attempts")
    @Transactional
    public void forgetOld() {
        database.createNativeMutationQuery("DELETE FROM login_attempts WHERE window_ends <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
