package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Outbox;
import org.bearhug.user.mail.Letters;
import org.hibernate.Session;

/** Makes an account be gone, with whatever lies under its id or its address; in the running transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AccountErasure {

    private static final String NEXT_VERSION =
            "SELECT coalesce(max(version), 0) + 1 FROM outbox WHERE aggregateid = :id";

    @Inject
    Session database;

    @Inject
    Letters letters;

    @Inject
    Outbox outbox;

    @Inject
    Idempotency idempotency;

    @Inject
    Event<AccountErased> erased;

    private record Fact(UUID id) {}

    /** The account, if it is still there, kept from changing until the transaction ends; also a disabled one. */
    public Optional<AccountView> lock(UUID id) {
        return Optional.ofNullable(Account.locked(id)).map(AccountView::of);
    }

    /** The foreign keys take log-ins, clients, consents and the profile along. */
    public void erase(UUID id) {
        Account account = Account.locked(id);
        erased.fire(new AccountErased(id, account.email));
        Registration.delete("email = ?1 or accountId = ?2", account.email, id);
        letters.forget(account.email);
        account.delete();
        Account.flush();
        outbox.replace(List.of(new Outbox.Fact("account.erased", id, account.version + 1, new Fact(id))));
        idempotency.forget(id);
    }

    /** Lets the other services forget once more. */
    public void tellAgain(UUID id) {
        long version = database.createNativeQuery(NEXT_VERSION, Long.class)
                .setParameter("id", id)
                .getSingleResult();
        outbox.add("account.erased", id, version, new Fact(id));
    }
}
