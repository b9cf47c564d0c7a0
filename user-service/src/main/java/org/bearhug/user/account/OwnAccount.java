package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Versions;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;

/** What a person may read and change of the own account. */
@ApplicationScoped
class OwnAccount {

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    /** An account and the version that was read. */
    record Versioned(AccountView account, long version) {
        Response response() {
            return Response.ok(account).tag(Versions.tag(version)).build();
        }
    }

    @Transactional
    Versioned read(UUID id) {
        return versioned(Accounts.present(Account.byId(id)));
    }

    @Transactional
    Versioned change(UUID id, String ifMatch, MeResource.Change change) {
        Account account = Accounts.present(Account.locked(id));
        Versions.require(ifMatch, account.version);
        if (account.change(change)) {
            account.persistAndFlush();
            outbox.add(List.of(AccountFact.of(account)));
            audit.note(Act.ACCOUNT_CHANGED, id);
        }
        return versioned(account);
    }

    private static Versioned versioned(Account account) {
        return new Versioned(AccountView.of(account), account.version);
    }
}
