package org.bearhug.booking.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.kit.Seal;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * The letters that wait. Whoever takes some has them to itself for a while; when it dies they come back by themselves,
 * so a letter may arrive twice but is not lost. One that cannot be delivered is tried ever more rarely, for a day.
 */
@ApplicationScoped
class LetterTray {

    private static final Logger LOG = Logger.getLogger(LetterTray.class);

    /** Few enough to be sent, one after the other and each as slowly as allowed, before the time is over. */
    private static final int AT_ONCE = 5;

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
            RETURNING id, kind, (SELECT email FROM carer WHERE carer.id = account_id AND NOT erased), sealed, attempts,
                      written_at""";

    @Inject
    Session database;

    @Inject
    Seal seal;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * A letter that is ours to send.
     *
     * @param recipient the address, or null as long as none is known here
     */
    record Letter(UUID id, LetterKind kind, String recipient, String sealed, int attempts, Instant writtenAt) {}

    List<Letter> take() {
        Instant now = clock.instant();
        List<Object[]> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(TAKE, Object[].class)
                        .setParameter("until", now.plus(TAKEN_FOR))
                        .setParameter("now", now)
                        .setParameter("most", AT_ONCE)
                        .getResultList());
        return rows.stream().map(LetterTray::letter).toList();
    }

    private static Letter letter(Object[] row) {
        return new Letter(
                (UUID) row[0],
                LetterKind.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                (Integer) row[4],
                (Instant) row[5]);
    }

    /** What the letter says. */
    Map<String, String> words(Letter letter) {
        try {
            return json.readValue(seal.open(letter.sealed(), Letters.context(letter.id())), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
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
        change(
                "UPDATE letter SET state = :state, sealed = NULL WHERE id = :id AND attempts = :attempts",
                letter,
                "state",
                state);
    }

    /** Only as long as nobody else has taken it since. */
    private void change(String update, Letter letter, String parameter, Object value) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(update)
                .setParameter(parameter, value)
                .setParameter("id", letter.id())
                .setParameter("attempts", letter.attempts())
                .executeUpdate());
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "forget-letters")
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeMutationQuery(
                        "DELETE FROM letter WHERE state <> 'WAITING' AND written_at <= :before")
                .setParameter("before", clock.instant().minus(GIVEN_UP_AFTER))
                .executeUpdate());
    }
}
