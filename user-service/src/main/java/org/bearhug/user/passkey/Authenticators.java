package org.bearhug.user.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads and checks what authenticators say (WebAuthn 3, sections 7.1 and 7.2), for pages of this site alone. Who made the
 * authenticator is not asked: that would tell devices apart and keep people out.
 */
@ApplicationScoped
class Authenticators {

    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final Origin origin;
    private final String rpId;

    Authenticators(@ConfigProperty(name = "bearhug.public-url") String publicUrl) {
        origin = new Origin(publicUrl);
        rpId = URI.create(publicUrl).getHost();
    }

    String rpId() {
        return rpId;
    }

    RegistrationData read(Credential.Attestation made) {
        return webAuthn.parse(new RegistrationRequest(
                Credential.bytes(made.attestationObject()),
                Credential.bytes(made.clientData()),
                Set.copyOf(made.transports())));
    }

    /** The person must have been there, and must have shown it to the device by its own lock. */
    void verify(RegistrationData made, String challenge) {
        List<PublicKeyCredentialParameters> algorithms = ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
        webAuthn.verify(made, new RegistrationParameters(site(challenge), algorithms, true, true));
    }

    AuthenticationData read(byte[] credentialId, Credential.Assertion used) {
        return webAuthn.parse(new AuthenticationRequest(
                credentialId,
                Credential.bytes(used.authenticatorData()),
                Credential.bytes(used.clientData()),
                Credential.bytes(used.signature())));
    }

    /** A counter that does not grow means that there are two of the one: refused, too. */
    void verify(AuthenticationData used, Passkey passkey, String challenge) {
        CredentialRecordImpl known = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible,
                passkey.backedUp,
                passkey.signCount,
                credentials.convert(passkey.credentialData),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                Set.of());
        webAuthn.verify(used, new AuthenticationParameters(site(challenge), known, null, true, true));
    }

    byte[] bytes(AttestedCredentialData credential) {
        return credentials.convert(credential);
    }

    private ServerProperty site(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(rpId)
                .challenge(new DefaultChallenge(Credential.bytes(challenge)))
                .build();
    }

    /** The challenge that was answered, as it was written. */
    static String challenge(CollectedClientData client) {
        return Credential.text(client.getChallenge().getValue());
    }
}
