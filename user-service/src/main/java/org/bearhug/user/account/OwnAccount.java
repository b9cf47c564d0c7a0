package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;

/** What a person may read and change of the own account. */
@ApplicationScoped
class OwnAccount {

    @Inject
    AccountFacts facts;

    @Inject
    Audit audit;

    @Transactional
    Versioned<AccountView> read(UUID id) {
        return versioned(Accounts.present(Account.byId(id)));
    }

    @Transactional
    Versioned<AccountView> change(UUID id, String ifMatch, MeResource.Change change) {
        Account account = Accounts.present(Account.locked(id));
        Versions.require(ifMatch, account.version);
        if (account.change(change)) {
            facts.changed(account);
            audit.note(Act.ACCOUNT_CHANGED, id);
        }
        return versioned(account);
    }

    private static Versioned<AccountView> versioned(Account account) {
        return new Versioned<>(AccountView.of(account), account.version);
    }
}
