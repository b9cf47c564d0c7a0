package org.bearhug.user.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.hibernate.Session;

/** Who somebody is, by address and password. */
@ApplicationScoped
public class Authentication {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String HAS_PASSWORD =
            """
            SELECT id FROM account
             WHERE id = :id AND password_version = :version AND disabled_at IS NULL FOR SHARE""";

    @Inject
    Session database;

    @Inject
    Passwords passwords;

    @Inject
    Audit audit;

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
     * Makes sure, in the running transaction and until it ends, that the password somebody has shown is still the
     * account's: a new one may have been set since, to shut out who knows the old one.
     *
     * @throws Refusal 401 {@code invalid-credentials}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public AccountView stillThe(Authenticated somebody) {
        boolean changed = database.createNativeQuery(HAS_PASSWORD, UUID.class)
                .setParameter("id", somebody.account().id())
                .setParameter("version", somebody.passwordVersion())
                .getResultList()
                .isEmpty();
        if (changed) {
            throw wrongCredentials();
        }
        return somebody.account();
    }

    private static Refusal wrongCredentials() {
        return new Refusal(401, "invalid-credentials", "The e-mail address or the password is wrong.");
    }
}
