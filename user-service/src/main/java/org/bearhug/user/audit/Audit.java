package org.bearhug.user.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Writes the audit trail, each entry in the transaction of what it tells, so that neither is there without the other. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Audit {

    private static final String NOTE =
            """
            INSERT INTO audit_entry (at, act, actor_id, account_id, subject_id)
            VALUES (:at, :act, :actor, :account, :subject)""";

    private static final String NOTE_IF_KNOWN =
            """
            INSERT INTO audit_entry (at, act, actor_id, account_id)
            SELECT :at, :act, known.id, known.id FROM (VALUES (CAST(:account AS uuid))) AS known (id)
             WHERE known.id IS NOT NULL""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    /** What somebody did to the own account. */
    public void note(Act act, UUID account) {
        note(act, account, account, null);
    }

    /** As {@link #note(Act, UUID)}; for nobody the same statement runs and writes nothing, or its time would tell. */
    public void noteIfKnown(Act act, Optional<UUID> account) {
        database.createNativeMutationQuery(NOTE_IF_KNOWN)
                .setParameter("at", clock.instant())
                .setParameter("act", act.name())
                .setParameter("account", account.orElse(null), UUID.class)
                .executeUpdate();
    }

    /** What somebody did to something of their own. */
    public void note(Act act, UUID account, UUID subject) {
        note(act, account, account, subject);
    }

    /**
     * What somebody did, in the running transaction.
     *
     * @param actor who did it
     * @param account to whom
     * @param subject with what: a child, an API client, …; may be null
     */
    public void note(Act act, UUID actor, UUID account, UUID subject) {
        database.createNativeMutationQuery(NOTE)
                .setParameter("at", clock.instant())
                .setParameter("act", act.name())
                .setParameter("actor", actor)
                .setParameter("account", account)
                .setParameter("subject", subject, UUID.class)
                .executeUpdate();
    }
}
