package org.bearhug.user.passkey;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.bearhug.user.account.AccountView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a page hands to {@code PublicKeyCredential.parseCreationOptionsFromJSON()} and {@code parseRequestOptionsFromJSON()}. */
final class PasskeyOptions {

    private static final long TIMEOUT_MS = Challenges.VALID.toMillis();
    private static final String REQUIRED = "required";

    private PasskeyOptions() {}

    record RelyingParty(String id, String name) {}

    record User(String id, String name, String displayName) {
        static User of(AccountView account) {
            return new User(handle(account.id()), account.email(), account.name());
        }
    }

    record Parameter(String type, long alg) {}

    record Descriptor(String type, String id, List<String> transports) {
        static Descriptor of(Passkey passkey) {
            return new Descriptor("public-key", Credential.text(passkey.credentialId), List.of(passkey.transports));
        }
    }

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    /** To make one. */
    @Schema(name = "NewPasskeyOptions")
    record Creation(
            RelyingParty rp,
            User user,
            String challenge,
            List<Parameter> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {

        static Creation of(Authenticators site, AccountView account, String challenge, List<Passkey> present) {
            return new Creation(
                    new RelyingParty(site.rpId(), "Bearhug"),
                    User.of(account),
                    challenge,
                    Authenticators.ALGORITHMS.stream()
                            .map(algorithm -> new Parameter("public-key", algorithm.getValue()))
                            .toList(),
                    TIMEOUT_MS,
                    present.stream().map(Descriptor::of).toList(),
                    new Selection(REQUIRED, true, REQUIRED),
                    "none");
        }
    }

    /** To use one; which ones there are is not said, so nobody learns who has an account. */
    @Schema(name = "PasskeyLoginOptions")
    record Request(
            String challenge, long timeout, String rpId, List<Descriptor> allowCredentials, String userVerification) {
        static Request of(Authenticators site, String challenge) {
            return new Request(challenge, TIMEOUT_MS, site.rpId(), List.of(), REQUIRED);
        }
    }

    /** By which an authenticator tells whose passkey it is. */
    static String handle(UUID account) {
        return Credential.text(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }
}
