package org.bearhug.booking.news;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.booking.timetable.MovedSession;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.booking.timetable.Timetable;
import org.bearhug.kit.PersonalData;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Reminds each carer once of a class that begins soon. Whoever booked later than that has just been told, and so has whoever was told
 * of another time. Any number of instances may do it at once. Made at startup, so that a time nobody can read is found there.
 */
@Startup
@ApplicationScoped
class Reminders implements PersonalData.Forgetting {

    /** The interval is in seconds, for a day of the database's own clock has 23 hours now and then. */
    private static final String UNTOLD =
            """
              FROM class_session s
              JOIN place p ON p.session_id = s.id AND p.state = 'CONFIRMED'
                          AND p.taken_at <= s.starts_at - make_interval(secs => :seconds)
              JOIN carer c ON c.id = p.carer_id AND c.email IS NOT NULL AND NOT c.erased
             WHERE s.published AND s.state = 'SCHEDULED' AND s.starts_at > :now AND s.starts_at <= :until
               AND NOT EXISTS (SELECT
                                 FROM class_reminder r
                                WHERE r.session_id = s.id AND r.carer_id = p.carer_id AND r.starts_at >= s.starts_at)
            """;

    private static final String SOON = "SELECT s.id " + UNTOLD + "GROUP BY s.id ORDER BY s.starts_at, s.id LIMIT 100";

    /** Who waits here for another instance finds what that one wrote, and writes nothing. */
    private static final String WRITE_DOWN = "INSERT INTO class_reminder AS r (session_id, carer_id, starts_at) "
            + "SELECT DISTINCT s.id, p.carer_id, s.starts_at "
            + UNTOLD
            + """
               AND s.id = :session
             ORDER BY p.carer_id
            ON CONFLICT (session_id, carer_id) DO UPDATE SET starts_at = excluded.starts_at
             WHERE r.starts_at < excluded.starts_at
            RETURNING carer_id""";

    @Inject
    Session database;

    @Inject
    Timetable timetable;

    @Inject
    Families families;

    @Inject
    ClassNews news;

    @Inject
    Clock clock;

    private final Duration before;

    Reminders(@ConfigProperty(name = "bearhug.remind-before") String before) {
        this.before = parsed(before);
    }

    static Duration parsed(String before) {
        return before.equalsIgnoreCase("off") ? Duration.ZERO : DurationConverter.parseDuration(before);
    }

    @Scheduled(every = "1m", identity = "remind-of-classes")
    void remind() {
        remind(before);
    }

    /** Reminds of what begins within this time; of nothing when there is none. */
    void remind(Duration ahead) {
        if (ahead.compareTo(Duration.ZERO) > 0) {
            List<UUID> soon = QuarkusTransaction.requiringNew()
                    .call(() -> query(SOON, ahead, clock.instant()).getResultList());
            OneByOne.each(
                    "session", soon, id -> QuarkusTransaction.requiringNew().run(() -> remind(id, ahead)));
        }
    }

    private void remind(UUID id, Duration ahead) {
        List<UUID> carers = writeDown(id, ahead);
        if (!carers.isEmpty()) {
            ScheduledSession session = timetable.session(id).orElseThrow();
            carers.forEach(carer -> news.soon(carer, session, families.zone(carer)));
        }
    }

    /** The letter about the other time says all that a reminder would. */
    void moved(@Observes MovedSession session) {
        if (before.compareTo(Duration.ZERO) > 0) {
            writeDown(session.id(), before);
        }
    }

    @Scheduled(every = "1h", delayed = "4m", identity = "forget-class-reminders")
    void tidy() {
        Instant past = clock.instant().minus(Duration.ofDays(1));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery("DELETE FROM class_reminder WHERE starts_at < :past")
                        .setParameter("past", past)
                        .executeUpdate());
    }

    @Override
    public void forget(UUID account) {
        database.createNativeMutationQuery("DELETE FROM class_reminder WHERE carer_id = :carer")
                .setParameter("carer", account)
                .executeUpdate();
    }

    private List<UUID> writeDown(UUID session, Duration ahead) {
        return query(WRITE_DOWN, ahead, clock.instant())
                .setParameter("session", session)
                .getResultList();
    }

    private NativeQuery<UUID> query(String sql, Duration ahead, Instant now) {
        return database.createNativeQuery(sql, UUID.class)
                .setParameter("seconds", (double) ahead.toSeconds())
                .setParameter("now", now)
                .setParameter("until", now.plus(ahead));
    }
}
