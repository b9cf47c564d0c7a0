package org.bearhug.user.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The accounts, for the features that need to know whose request it is. */
@ApplicationScoped
public class Accounts {

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Passwords passwords;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @ConfigProperty(name = "bearhug.approve-instructors")
    boolean approveInstructors;

    @Inject
    Clock clock;

    /**
     * Whose address and password these are. Takes as long for an address that nobody has.
     *
     * @throws Refusal 401 {@code invalid-credentials}; 403 {@code email-not-verified} when the password is right but
     *     the address is not confirmed yet, {@code account-disabled} when an admin has disabled it
     */
    public Authenticated authenticate(String email, String password) {
        Candidate candidate = QuarkusTransaction.requiringNew().call(() -> candidate(email));
        if (!passwords.matches(password, candidate.hash())) {
            throw QuarkusTransaction.requiringNew().call(() -> noteFailure(candidate));
        }
        if (candidate.account() == null) {
            throw new Refusal(
                    403,
                    "email-not-verified",
                    "Please follow the link in our mail first, or register again for a new one.");
        }
        if (candidate.disabled()) {
            throw new Refusal(403, "account-disabled", "This account is disabled. Please write to us.");
        }
        if (Argon2.isOutdated(candidate.hash())) {
            renewHash(candidate, passwords.hash(password));
        }
        return new Authenticated(candidate.account(), candidate.passwordVersion());
    }

    /** Who has shown to know the password of an account, and which of its passwords that was. */
    public record Authenticated(AccountView account, int passwordVersion) {}

    private record Candidate(AccountView account, String hash, int passwordVersion, boolean disabled) {}

    /** Both are always looked for, so that it takes the same time. */
    private Candidate candidate(String email) {
        Optional<Account> account = Account.byEmail(email);
        Optional<Registration> registration = Registration.newestWaiting(email, clock.instant());
        return account.map(known -> new Candidate(
                        AccountView.of(known), known.passwordHash, known.passwordVersion, known.isDisabled()))
                .orElse(new Candidate(
                        null, registration.map(waiting -> waiting.passwordHash).orElse(null), 0, false));
    }

    /** For an address that nobody has the same work is done and rolled back, or its time would tell. */
    private Refusal noteFailure(Candidate candidate) {
        if (candidate.account() == null) {
            audit.note(Act.LOGIN_FAILED, NOBODY);
            throw wrongCredentials();
        }
        audit.note(Act.LOGIN_FAILED, candidate.account().id());
        return wrongCredentials();
    }

    private static void renewHash(Candidate candidate, String hash) {
        QuarkusTransaction.requiringNew()
                .run(() -> Account.update(
                        "passwordHash = ?1 where id = ?2 and passwordHash = ?3",
                        hash,
                        candidate.account().id(),
                        candidate.hash()));
    }

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

    /**
     * Makes sure, in the running transaction and until it ends, that the password somebody has shown is still the
     * account's: a new one may have been set since, to shut out who knows the old one.
     *
     * @throws Refusal 401 {@code invalid-credentials}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public AccountView stillThe(Authenticated somebody) {
        if (!Account.hasPasswordVersion(somebody.account().id(), somebody.passwordVersion())) {
            throw wrongCredentials();
        }
        return somebody.account();
    }

    private static Refusal wrongCredentials() {
        return new Refusal(401, "invalid-credentials", "The e-mail address or the password is wrong.");
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

    /** The names of the consents somebody has given, and the account's version. */
    public record Consenting(List<String> given, long version) {}

    /** What somebody allows now. */
    @Transactional
    public Consenting consenting(UUID id) {
        Account account = present(Account.byId(id));
        return new Consenting(List.of(account.consents), account.version);
    }

    /** As before, for a change. Throws 412 or 428 unless the current version was seen. */
    @Transactional
    public Consenting consenting(UUID id, String ifMatch) {
        Consenting state = consenting(id);
        Versions.require(ifMatch, state.version());
        return state;
    }

    /** Keeps what somebody allows now and tells the others, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void consent(UUID id, List<String> given) {
        Account account = present(Account.byId(id));
        account.consents = given.toArray(String[]::new);
        account.persistAndFlush();
        outbox.add(List.of(AccountFact.of(account)));
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
        Account.lockAddress(account.email);
        return Account.byEmail(account.email).map(known -> known.id).orElseGet(() -> keep(account));
    }

    private UUID keep(Account account) {
        account.approved = account.role != Role.INSTRUCTOR || !approveInstructors;
        account.persistAndFlush();
        outbox.add(List.of(AccountFact.of(account)));
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
