package org.bearhug.user.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bearhug.letters.LetterWords;
import org.bearhug.letters.LetterWritten;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Mail to people. A letter is written in the transaction that gives the reason for it and sent once that is committed,
 * at least once, also when the mail server is away for a while.
 */
@ApplicationScoped
public class Letters {

    /** What one address gets in an hour at most, however often somebody asks. */
    static final int LIMIT = 10;

    /** What stands before the hash of an address, where the address is not needed any more. */
    static final String HASHED = "sha256:";

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, 'at' HH:mm", Locale.UK);

    private static final Duration LIMIT_WINDOW = Duration.ofHours(1);

    private static final String WRITE =
            """
            INSERT INTO letter (id, kind, recipient, sealed, written_at, due_at)
            SELECT :id, :kind, :recipient, :sealed, :now, :now
             WHERE (SELECT count(*) FROM letter WHERE recipient IN (:recipient, :hashed) AND written_at > :since) < :limit""";

    @Inject
    Session database;

    @Inject
    LetterWords sealed;

    @Inject
    Clock clock;

    @Inject
    Event<LetterWritten> written;

    /**
     * Writes a letter in the running transaction, or silently none when this address got too many lately.
     *
     * @param words what the letter's template needs
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(LetterKind kind, String recipient, Map<String, String> words) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Instant now = clock.instant();
        database.createNativeMutationQuery(WRITE)
                .setParameter("id", id)
                .setParameter("kind", kind.name())
                .setParameter("recipient", recipient)
                .setParameter("hashed", hashed(recipient))
                .setParameter("sealed", sealed.close(id, words))
                .setParameter("now", now)
                .setParameter("since", now.minus(LIMIT_WINDOW))
                .setParameter("limit", LIMIT)
                .executeUpdate();
        written.fire(new LetterWritten());
    }

    /** A time as a letter says it, where the person's days begin. */
    public static String when(Instant time, ZoneId zone) {
        return WHEN.format(time.atZone(zone)) + " (" + zone + ")";
    }

    /** Drops whatever was written to this address, sent or not; in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String recipient) {
        database.createNativeMutationQuery("DELETE FROM letter WHERE recipient IN (:recipient, :hashed)")
                .setParameter("recipient", recipient)
                .setParameter("hashed", hashed(recipient))
                .executeUpdate();
    }

    private static String hashed(String recipient) {
        return HASHED + HexFormat.of().formatHex(new Secret(recipient).hash());
    }
}
