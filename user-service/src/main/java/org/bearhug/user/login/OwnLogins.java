package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;

/** One's own log-ins, to look at and to end. */
@ApplicationScoped
class OwnLogins {

    private static final byte[] NONE = {};

    private static final String OF =
            """
            SELECT id, device_name, method, created_at, rotated_at, family_hash = :family
              FROM login_session WHERE account_id = :account AND expires_at > :now ORDER BY rotated_at DESC, id""";

    @Inject
    Session database;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * All of an account.
     *
     * @param family of the log-in that asks, if it is known
     */
    @Transactional
    List<OwnLoginsResource.LoginView> of(UUID account, Optional<Secret> family) {
        return database.createNativeQuery(OF, Object[].class)
                .setParameter("family", hash(family))
                .setParameter("account", account)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(OwnLogins::view)
                .toList();
    }

    private static OwnLoginsResource.LoginView view(Object[] row) {
        return new OwnLoginsResource.LoginView(
                (UUID) row[0],
                (String) row[1],
                LoginMethod.valueOf((String) row[2]),
                (Instant) row[3],
                (Instant) row[4],
                (Boolean) row[5]);
    }

    /**
     * Ends one.
     *
     * @throws Refusal 404 {@code not-found}, also for another person's
     */
    @Transactional
    void end(UUID account, UUID id) {
        int ended = database.createNativeMutationQuery(
                        "DELETE FROM login_session WHERE id = :id AND account_id = :account")
                .setParameter("id", id)
                .setParameter("account", account)
                .executeUpdate();
        if (ended == 0) {
            throw Refusal.notFound("log-in");
        }
        audit.note(Act.LOGINS_ENDED, account, id);
    }

    @Transactional
    void endOthers(UUID account, Optional<Secret> family) {
        int ended = database.createNativeMutationQuery(
                        "DELETE FROM login_session WHERE account_id = :account AND family_hash <> :family")
                .setParameter("account", account)
                .setParameter("family", hash(family))
                .executeUpdate();
        if (ended > 0) {
            audit.note(Act.LOGINS_ENDED, account);
        }
    }

    private static byte[] hash(Optional<Secret> family) {
        return family.map(Secret::hash).orElse(NONE);
    }
}
