package org.bearhug.letters;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The letters that wait. Whoever takes some has them to itself for a while; when it dies they come back by themselves,
 * so a letter may arrive twice but is not lost. One that cannot be delivered is tried ever more rarely, for a day. Of
 * one that is sent or given up its words are not kept.
 */
@ApplicationScoped
public class LetterTray {

    private static final Logger LOG = Logger.getLogger(LetterTray.class);

    private static final Duration TAKEN_FOR = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

    private static final String TAKE =
            """
            UPDATE letter
               SET attempts = attempts + 1, due_at = :until
             WHERE id IN (SELECT id FROM letter WHERE state = 'WAITING' AND due_at <= :now
                           ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, %s, sealed, attempts, written_at""";

    private static final String CLOSE = "UPDATE letter SET state = :state, %s WHERE id = :id AND attempts = :attempts";

    @Inject
    Session database;

    @Inject
    Stationery stationery;

    @Inject
    Clock clock;

    /** At most so many, those that have been due for longest. */
    List<Letter> take(int most) {
        Instant now = clock.instant();
        List<Object[]> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(TAKE.formatted(stationery.recipient()), Object[].class)
                        .setParameter("until", now.plus(TAKEN_FOR))
                        .setParameter("now", now)
                        .setParameter("most", most)
                        .getResultList());
        return rows.stream().map(LetterTray::letter).toList();
    }

    private static Letter letter(Object[] row) {
        return new Letter(
                (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (Integer) row[4], (Instant) row[5]);
    }

    void sent(Letter letter) {
        close(letter, "SENT");
    }

    void putBack(Letter letter) {
        Instant now = clock.instant();
        if (now.isAfter(letter.writtenAt().plus(GIVEN_UP_AFTER))) {
            close(letter, "GIVEN_UP");
            LOG.errorf("Letter %s is given up after %d tries.", letter.id(), letter.attempts());
            return;
        }
        change(
                "UPDATE letter SET due_at = :due WHERE id = :id AND attempts = :attempts",
                letter,
                "due",
                now.plus(pause(letter.attempts())));
    }

    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void close(Letter letter, String state) {
        change(CLOSE.formatted(stationery.forgotten()), letter, "state", state);
    }

    /** Only as long as nobody else has taken it since. */
    private void change(String update, Letter letter, String parameter, Object value) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(update)
                .setParameter(parameter, value)
                .setParameter("id", letter.id())
                .setParameter("attempts", letter.attempts())
                .executeUpdate());
    }

    /** Drops letters of a day ago and before that wait no more. */
    @Scheduled(every = "1h", delayed = "2m", identity = "forget-letters")
    public void forget() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(
                        "DELETE FROM letter WHERE state <> 'WAITING' AND written_at <= :before")
                .setParameter("before", clock.instant().minus(GIVEN_UP_AFTER))
                .executeUpdate());
    }
}
