package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/**
 * The creates and updates that Zoom allows a host in a day of UTC. Each is counted before it is made, whatever comes of
 * it, so that we stop before Zoom stops us.
 */
@ApplicationScoped
class Budget {

    private static final String SPEND =
            """
            INSERT INTO zoom_budget AS b (host_id, day, used) SELECT :host, :day, 1 WHERE :limit > 0
            ON CONFLICT (host_id, day) DO UPDATE SET used = b.used + 1 WHERE b.used < :limit""";

    private static final String USED =
            "SELECT coalesce(max(used), 0) FROM zoom_budget WHERE host_id = :host AND day = :day";

    private static final String WAITING =
            """
            SELECT count(*) FROM zoom_meeting
             WHERE host_id = :host AND wanted AND fulfilled < wish AND ends_at > :now AND starts_at < :until""";

    @Inject
    Session database;

    @Inject
    ZoomSettings settings;

    /**
     * How things stand for one host.
     *
     * @param waiting meetings that are to be made or changed before Zoom begins to count anew
     */
    record Standing(int limit, int used, int waiting, Instant resetsAt) {
        int left() {
            return Math.max(0, limit - used - waiting);
        }
    }

    /** In the running transaction; false when today's number is reached. */
    boolean spend(int host, Instant now) {
        return database.createNativeMutationQuery(SPEND)
                        .setParameter("host", host)
                        .setParameter("day", day(now))
                        .setParameter("limit", settings.dailyLimit)
                        .executeUpdate()
                == 1;
    }

    Standing standing(int host, Instant now) {
        Instant resetsAt = ZoomCalls.tomorrow(now);
        int used = database.createNativeQuery(USED, Integer.class)
                .setParameter("host", host)
                .setParameter("day", day(now))
                .getSingleResult();
        long waiting = database.createNativeQuery(WAITING, Long.class)
                .setParameter("host", host)
                .setParameter("now", now)
                .setParameter("until", resetsAt)
                .getSingleResult();
        return new Standing(settings.dailyLimit, used, (int) waiting, resetsAt);
    }

    /**
     * Lets a plan pass whose meetings can be there in time: those that start before Zoom counts anew must fit into today.
     *
     * @param foreseen how many more would wait, as a dry run has it
     * @throws Refusal 409 {@code zoom-daily-limit}
     */
    void requireRoom(int host, int foreseen, Instant now) {
        Standing standing = standing(host, now);
        if (standing.used() + standing.waiting() + foreseen > standing.limit()) {
            throw new Refusal(
                            409,
                            "zoom-daily-limit",
                            "Zoom allows " + standing.limit()
                                    + " new or changed meetings a day, and these would not be ready in time.")
                    .with("left", Math.max(0, standing.limit() - standing.used()))
                    .with("resetsAt", standing.resetsAt())
                    .retryAfter(Duration.between(now, standing.resetsAt()));
        }
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
