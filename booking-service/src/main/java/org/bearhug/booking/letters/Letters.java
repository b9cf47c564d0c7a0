package org.bearhug.booking.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.bearhug.letters.LetterWords;
import org.bearhug.letters.LetterWritten;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Mail to people. A letter is written in the transaction that gives the reason for it and sent once that is committed, at least
 * once, also when the mail server is away for a while. It is to an account; whoever is erased gets none.
 */
@ApplicationScoped
public class Letters {

    private static final String WRITE =
            """
            INSERT INTO letter (id, account_id, kind, sealed, written_at, due_at)
            VALUES (:id, :account, :kind, :sealed, :now, :now)""";

    @Inject
    Session database;

    @Inject
    LetterWords sealed;

    @Inject
    Clock clock;

    @Inject
    Event<LetterWritten> written;

    /**
     * Writes a letter in the running transaction.
     *
     * @param words what the letter's text needs
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(LetterKind kind, UUID account, Map<String, String> words) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        database.createNativeMutationQuery(WRITE)
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("kind", kind.name())
                .setParameter("sealed", sealed.close(id, words))
                .setParameter("now", clock.instant())
                .executeUpdate();
        written.fire(new LetterWritten());
    }

    /** Drops whatever was written to an account, sent or not. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID account) {
        database.createNativeMutationQuery("DELETE FROM letter WHERE account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }
}
