package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** The accounts, for the features that need to know whose request it is. */
@ApplicationScoped
public class Accounts {

    @Inject
    Session database;

    @Inject
    AccountFacts facts;

    @Inject
    Audit audit;

    @ConfigProperty(name = "bearhug.approve-instructors")
    boolean approveInstructors;

    /**
     * The account of somebody who holds a token for it.
     *
     * @throws Refusal 401 when it has been erased or disabled since
     */
    @Transactional
    public AccountView get(UUID id) {
        return AccountView.of(present(Account.byId(id)));
    }

    /** As {@link #get}, and keeps the account and what hangs on it from changing until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public AccountView lock(UUID id) {
        return AccountView.of(present(Account.locked(id)));
    }

    static Account present(Account account) {
        if (account == null) {
            throw new Refusal(401, "invalid-token", "This account is gone.");
        }
        if (account.isDisabled()) {
            throw new Refusal(401, "invalid-token", "This account is disabled.");
        }
        return account;
    }

    /** Whether a token's subject is still there: the account, unless it is disabled, or a service, which always is. */
    @Transactional
    public boolean isThere(String subject) {
        try {
            Account account = Account.byId(UUID.fromString(subject));
            return account != null && !account.isDisabled();
        } catch (IllegalArgumentException aService) {
            return true;
        }
    }

    /** The account with this address, if there is one. */
    @Transactional
    public Optional<AccountView> find(String email) {
        return Account.byEmail(email).map(AccountView::of);
    }

    /** The instructor with this id, if there is one: what anybody may know. */
    @Transactional
    public Optional<AccountView> instructor(UUID id) {
        return Optional.ofNullable(Account.byId(id))
                .filter(account -> account.role == Role.INSTRUCTOR && !account.isDisabled())
                .map(AccountView::of);
    }

    /**
     * Keeps a new account and tells the others of it, in the running transaction; unless the address has one by now.
     *
     * @return whose the address is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID make(Account account) {
        holdAddress(account.email);
        return Account.byEmail(account.email).map(known -> known.id).orElseGet(() -> keep(account));
    }

    /** Lets nobody else make an account for this address until the transaction ends. */
    private void holdAddress(String email) {
        database.createNativeQuery(
                        "SELECT pg_advisory_xact_lock(hashtextextended('account:' || ?1, 0))::text", String.class)
                .setParameter(1, email)
                .getSingleResult();
    }

    private UUID keep(Account account) {
        account.approved = account.role != Role.INSTRUCTOR || !approveInstructors;
        facts.changed(account);
        audit.note(Act.ACCOUNT_MADE, account.id);
        return account.id;
    }

    /** Sets a new password, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changePassword(UUID id, String hash) {
        Account.update("passwordHash = ?1, passwordVersion = passwordVersion + 1 where id = ?2", hash, id);
        audit.note(Act.PASSWORD_CHANGED, id);
    }
}
