package org.bearhug.user.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.mail.Letters;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From "I would like an account" to having one. */
@ApplicationScoped
class Registrations {

    private static final Duration VALID = Duration.ofHours(24);

    @Inject
    Passwords passwords;

    @Inject
    Letters letters;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /** Notes the wish and writes a letter. Does the same work whether or not the address has an account. */
    void register(AccountsResource.NewAccount wish) {
        passwords.requireGood(wish.password(), wish.email());
        String hash = passwords.hash(wish.password());
        QuarkusTransaction.requiringNew().run(() -> note(wish, hash));
    }

    private void note(AccountsResource.NewAccount wish, String hash) {
        Secret token = Secret.random();
        boolean known = Account.byEmail(wish.email()).isPresent();
        Registration registration = new Registration();
        registration.tokenHash = token.hash();
        registration.email = wish.email();
        registration.name = wish.name();
        registration.role = wish.role().role();
        registration.timeZone = wish.timeZone();
        registration.locale = wish.locale();
        registration.passwordHash = hash;
        registration.expiresAt = clock.instant().plus(VALID);
        registration.persist();
        if (known) {
            // The link of this registration is never told to anybody.
            letters.write(
                    LetterKind.ADDRESS_KNOWN,
                    wish.email(),
                    Map.of("link", publicUrl + "/login", "forgotLink", publicUrl + "/forgot-password"));
        } else {
            letters.write(
                    LetterKind.CONFIRM_ADDRESS,
                    wish.email(),
                    Map.of("link", publicUrl + "/verify?token=" + token.text()));
        }
    }

    /**
     * Makes the account. Following the link again, or another link to the same address, changes nothing and is as
     * welcome as the first time: all that counts is that the address is confirmed.
     *
     * @throws Refusal 400 {@code invalid-token} for one that is unknown or too old
     */
    @Transactional
    void verify(String text) {
        byte[] hash = new Secret(text).hash();
        List<Registration> ofThisAddress = Registration.lockedByAddressOf(hash);
        Registration confirmed = ofThisAddress.stream()
                .filter(registration -> registration.isOpenedBy(hash, clock.instant()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400, "invalid-token", "This link has run out. Please register again for a new one."));
        if (confirmed.waits()) {
            UUID account = makeAccount(confirmed);
            ofThisAddress.stream().filter(Registration::waits).forEach(other -> other.settle(account));
        }
    }

    private UUID makeAccount(Registration registration) {
        return accounts.make(Account.from(registration, clock.instant()));
    }

    @Scheduled(every = "1h", delayed = "3m", identity = "forget-registrations")
    @Transactional
    void forget() {
        Registration.delete("expiresAt <= ?1", clock.instant());
    }
}
