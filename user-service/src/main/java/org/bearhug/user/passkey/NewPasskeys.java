package org.bearhug.user.passkey;

import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.util.exception.WebAuthnException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.login.FreshLogin;
import org.bearhug.user.login.Visit;
import org.bearhug.user.login.WarningLetters;
import org.bearhug.user.mail.LetterKind;

/** Making a passkey: what the device needs for it, and keeping what the device has made. */
@ApplicationScoped
class NewPasskeys {

    @Inject
    Accounts accounts;

    @Inject
    Authenticators authenticators;

    @Inject
    FreshLogin fresh;

    @Inject
    Challenges challenges;

    @Inject
    WarningLetters letters;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** @throws Refusal 403 {@code fresh-login-needed} */
    @Transactional
    PasskeyOptions.Creation options(UUID owner) {
        fresh.require(Passkeys.REASON);
        return PasskeyOptions.Creation.of(
                authenticators, accounts.get(owner), challenges.forNew(owner), Passkey.of(owner));
    }

    /**
     * Keeps a new one, and writes a letter about it.
     *
     * @throws Refusal 400 {@code invalid-passkey}; 403 {@code fresh-login-needed}; 409 {@code passkey-known}, {@code too-many-passkeys}
     */
    PasskeyView add(UUID owner, PasskeysResource.NewPasskey wish, Visit visit) {
        // Whoever was let begin has as long as the challenge is good.
        fresh.require(FreshLogin.FRESH.plus(Challenges.VALID), Passkeys.REASON);
        RegistrationData made = verified(owner, wish.credential().response());
        return QuarkusTransaction.requiringNew().call(() -> PasskeyView.of(keep(owner, wish, made, visit)));
    }

    private RegistrationData verified(UUID owner, Credential.Attestation response) {
        try {
            RegistrationData made = authenticators.read(response);
            String challenge = Authenticators.challenge(made.getCollectedClientData());
            if (!challenges.isForNew(owner, challenge)) {
                throw invalid();
            }
            authenticators.verify(made, challenge);
            return made;
        } catch (WebAuthnException | IllegalArgumentException notGood) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return new Refusal(400, "invalid-passkey", "This passkey could not be checked. Please try once more.");
    }

    private Passkey keep(UUID owner, PasskeysResource.NewPasskey wish, RegistrationData made, Visit visit) {
        AccountView account = accounts.lock(owner);
        AuthenticatorData<?> data = made.getAttestationObject().getAuthenticatorData();
        byte[] credentialId = data.getAttestedCredentialData().getCredentialId();
        if (Passkey.byCredential(credentialId).isPresent()) {
            throw new Refusal(409, "passkey-known", "This passkey is in use already.");
        }
        if (Passkey.of(owner).size() >= Passkey.LIMIT) {
            throw new Refusal(409, "too-many-passkeys", "You have " + Passkey.LIMIT + " passkeys. Delete one first.");
        }
        if (!challenges.use(Authenticators.challenge(made.getCollectedClientData()))) {
            throw invalid();
        }
        Passkey passkey = Passkey.from(data, owner);
        passkey.credentialData = authenticators.bytes(data.getAttestedCredentialData());
        passkey.transports = wish.credential().response().transports().toArray(String[]::new);
        passkey.name = wish.name();
        passkey.createdAt = clock.instant();
        passkey.persistAndFlush();
        audit.note(Act.PASSKEY_ADDED, owner, passkey.id);
        letters.write(LetterKind.PASSKEY_ADDED, account, visit, passkey.createdAt);
        return passkey;
    }
}
