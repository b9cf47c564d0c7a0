package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.bearhug.user.account.AccountClosed;
import org.bearhug.user.account.AccountErased;

/** Ends every log-in of an account that is closed, and forgets the tries of one that is erased, in the same transaction. */
@ApplicationScoped
class ClosedAccounts {

    @Inject
    Logins logins;

    @Inject
    Attempts attempts;

    void end(@Observes AccountClosed closed) {
        logins.closeAll(closed.id());
    }

    void forget(@Observes AccountErased erased) {
        attempts.forget(erased.email());
    }
}
