package org.bearhug.user.passkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.login.FreshLogin;

/** One's own passkeys. */
@ApplicationScoped
class Passkeys {

    /** Why a log-in has to be fresh. */
    static final String REASON = "passkeys open your account.";

    @Inject
    FreshLogin fresh;

    @Inject
    Audit audit;

    /** All of an account, the oldest first. */
    @Transactional
    List<PasskeyView> of(UUID owner) {
        return Passkey.of(owner).stream().map(PasskeyView::of).toList();
    }

    /**
     * Deletes one; the device may still show it, but it opens nothing.
     *
     * @throws Refusal 403 {@code fresh-login-needed}; 404 {@code not-found}, also for another person's
     */
    @Transactional
    void delete(UUID owner, UUID id) {
        fresh.require(REASON);
        if (Passkey.delete("id = ?1 and accountId = ?2", id, owner) == 0) {
            throw Refusal.notFound("passkey");
        }
        audit.note(Act.PASSKEY_REMOVED, owner, id);
    }
}
