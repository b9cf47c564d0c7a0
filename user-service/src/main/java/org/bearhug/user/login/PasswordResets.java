package org.bearhug.user.login;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.account.Passwords;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.mail.Letters;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The way back in for who has forgotten the password but reads the mail of the account's address. */
@ApplicationScoped
class PasswordResets {

    private static final Duration VALID = Duration.ofHours(1);

    @Inject
    OfferedLinks offered;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Logins logins;

    @Inject
    MagicLinks links;

    @Inject
    OtherWaysIn otherWaysIn;

    @Inject
    Attempts attempts;

    @Inject
    Letters letters;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    @Transactional
    void offer(String email) {
        offered.offer(email, LetterKind.RESET_PASSWORD, "/reset-password", this::keep);
    }

    private void keep(Optional<UUID> account, Secret token) {
        PasswordReset reset = new PasswordReset();
        reset.tokenHash = token.hash();
        reset.accountId = account.orElse(null);
        reset.expiresAt = clock.instant().plus(VALID);
        reset.persist();
    }

    /**
     * Sets the new password and ends every log-in.
     *
     * @throws Refusal 400 {@code invalid-token} for one that is unknown, used or too old
     */
    void redeem(String text, String password) {
        byte[] token = new Secret(text).hash();
        passwords.requireUncommon(password);
        // Looked at before the costly hash, and again when it is used up.
        String email = QuarkusTransaction.requiringNew()
                .call(() -> accounts.get(require(token).accountId).email());
        passwords.requireGood(password, email);
        String hash = passwords.hash(password);
        QuarkusTransaction.requiringNew().run(() -> change(token, hash));
    }

    private PasswordReset require(byte[] token) {
        return PasswordReset.open(token, clock.instant())
                .orElseThrow(() -> new Refusal(
                        400, "invalid-token", "This link has run out or was used. Please ask for a new one."));
    }

    private void change(byte[] token, String hash) {
        UUID id = require(token).accountId;
        AccountView account = accounts.lock(id);
        // The lock let one in; whoever waited at it finds the token gone.
        if (PasswordReset.delete("tokenHash", token) == 0) {
            throw new Refusal(400, "invalid-token", "This link was used just now. Please ask for a new one.");
        }
        PasswordReset.delete("accountId", id);
        accounts.changePassword(id, hash);
        logins.closeAll(id);
        links.close(id);
        attempts.forget(account.email());
        Map<String, String> words = new HashMap<>(otherWaysIn.afterReset(id));
        words.put("link", publicUrl + "/forgot-password");
        letters.write(LetterKind.PASSWORD_CHANGED, account.email(), words);
    }

    @Scheduled(every = "1h", delayed = "6m", identity = "forget-password-resets")
    @Transactional
    void forget() {
        PasswordReset.delete("expiresAt <= ?1", clock.instant());
    }
}
