package org.bearhug.user.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sees to it at the start that there is an admin, when one is named from outside. Who has an account keeps it as it is. */
@ApplicationScoped
class FirstAdmin {

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    @Inject
    Passwords passwords;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.admin-email")
    Optional<String> email;

    @ConfigProperty(name = "bearhug.admin-password")
    Optional<String> password;

    void start(@Observes StartupEvent event) {
        if (email.isEmpty()) {
            return;
        }
        String address = Email.normal(email.get());
        String secret = password.orElse("");
        if (!address.matches(EmailAddress.SHAPE)) {
            throw new IllegalStateException("BEARHUG_ADMIN_EMAIL must be an e-mail address.");
        }
        ensure(address, secret);
    }

    /**
     * Makes the admin, unless the address has an account; then the password is not looked at.
     *
     * @throws IllegalStateException for a password that nobody else might choose either
     */
    void ensure(String address, String secret) {
        Optional<AccountView> known = accounts.find(address);
        if (known.isEmpty()) {
            requireGood(secret, address);
            Account admin = Account.admin(address, passwords.hash(secret), clock.instant());
            QuarkusTransaction.requiringNew().run(() -> accounts.make(admin));
        } else if (known.get().role() != Role.ADMIN) {
            LOG.warn("The address in BEARHUG_ADMIN_EMAIL belongs to somebody who is no admin; nothing is changed.");
        }
    }

    private void requireGood(String secret, String address) {
        if (secret.length() < Passwords.SHORTEST || secret.length() > Passwords.LONGEST) {
            throw new IllegalStateException("BEARHUG_ADMIN_PASSWORD must have " + Passwords.SHORTEST + " to "
                    + Passwords.LONGEST + " characters.");
        }
        try {
            passwords.requireGood(secret, address);
        } catch (Refusal tooCommon) {
            throw new IllegalStateException("BEARHUG_ADMIN_PASSWORD: " + tooCommon.getMessage(), tooCommon);
        }
    }
}
