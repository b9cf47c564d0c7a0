package org.bearhug.user.passkey;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.jboss.logging.Logger;

/** Whose passkey it is that signed. */
@ApplicationScoped
class PasskeyLogins {

    private static final Logger LOG = Logger.getLogger(PasskeyLogins.class);

    @Inject
    Accounts accounts;

    @Inject
    Authenticators authenticators;

    @Inject
    Challenges challenges;

    @Inject
    Clock clock;

    PasskeyOptions.Request options() {
        return PasskeyOptions.Request.of(authenticators, challenges.forLogin());
    }

    /**
     * Checks the signature and uses up its challenge, in the running transaction.
     *
     * @throws Refusal 401 {@code invalid-credentials}, whatever was wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    AccountView use(Credential.Used used) {
        byte[] credentialId = Credential.bytes(used.id());
        Passkey passkey = Passkey.byCredential(credentialId).orElseThrow(PasskeyLogins::refusal);
        requireOwner(used.response().userHandle(), passkey);
        AuthenticatorData<?> data = verified(credentialId, used.response(), passkey);
        // Of two answers to one challenge, and of two passkeys with one counter, the second is refused.
        if (!passkey.use(data.getSignCount(), data.isFlagBS(), clock.instant())) {
            throw refusal();
        }
        return accounts.get(passkey.accountId);
    }

    private static void requireOwner(String userHandle, Passkey passkey) {
        boolean named = userHandle != null && !userHandle.isEmpty();
        if (named && !userHandle.equals(PasskeyOptions.handle(passkey.accountId))) {
            throw refusal();
        }
    }

    private AuthenticatorData<?> verified(byte[] credentialId, Credential.Assertion response, Passkey passkey) {
        try {
            AuthenticationData used = authenticators.read(credentialId, response);
            String challenge = Authenticators.challenge(used.getCollectedClientData());
            if (!challenges.isForLogin(challenge)) {
                throw refusal();
            }
            authenticators.verify(used, passkey, challenge);
            if (!challenges.use(challenge)) {
                throw refusal();
            }
            return used.getAuthenticatorData();
        } catch (MaliciousCounterValueException twice) {
            LOG.warnf("Passkey %s counts backwards: there may be a copy of it.", passkey.id);
            throw refusal();
        } catch (WebAuthnException | IllegalArgumentException notGood) {
            throw refusal();
        }
    }

    private static Refusal refusal() {
        return new Refusal(401, "invalid-credentials", "This passkey is not known here, or it was too slow.");
    }
}
