package org.bearhug.user.passkey;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What browsers give for {@code PublicKeyCredential.toJSON()} (WebAuthn 3), to be sent on as it is. */
final class Credential {

    static final String BASE64URL = "[A-Za-z0-9_-]+";
    private static final String NO_BASE64URL = "must be base64url without padding";

    private Credential() {}

    /** A new passkey. */
    @Schema(name = "NewPasskeyCredential")
    record Made(
            @NotNull @Size(max = 1400) @Pattern(regexp = BASE64URL, message = NO_BASE64URL) String id,
            @Size(max = 1400) String rawId,
            @NotNull @Pattern(regexp = "public-key", message = "must be public-key") String type,
            @Size(max = 40) String authenticatorAttachment,
            @Size(max = 20) Map<String, Object> clientExtensionResults,
            @NotNull @Valid Attestation response) {}

    /** The half of it that the authenticator made. */
    @Schema(name = "PasskeyAttestation")
    record Attestation(
            @NotNull @Size(max = 4000) @Pattern(regexp = BASE64URL, message = NO_BASE64URL) @JsonProperty("clientDataJSON")
                    String clientData,
            @NotNull @Size(max = 20_000) @Pattern(regexp = BASE64URL, message = NO_BASE64URL) String attestationObject,
            @Size(max = 10) List<@NotNull @Pattern(regexp = "[a-z-]{1,20}") String> transports,
            @Size(max = 20_000) String authenticatorData,
            @Size(max = 4000) String publicKey,
            Long publicKeyAlgorithm) {
        Attestation {
            transports = transports == null ? List.of() : transports;
        }
    }

    /** The use of a passkey. */
    @Schema(name = "UsedPasskeyCredential")
    record Used(
            @NotNull @Size(max = 1400) @Pattern(regexp = BASE64URL, message = NO_BASE64URL) String id,
            @Size(max = 1400) String rawId,
            @NotNull @Pattern(regexp = "public-key", message = "must be public-key") String type,
            @Size(max = 40) String authenticatorAttachment,
            @Size(max = 20) Map<String, Object> clientExtensionResults,
            @NotNull @Valid Assertion response) {}

    /** The half of it that the authenticator signed. */
    @Schema(name = "PasskeyAssertion")
    record Assertion(
            @NotNull @Size(max = 4000) @Pattern(regexp = BASE64URL, message = NO_BASE64URL) @JsonProperty("clientDataJSON")
                    String clientData,
            @NotNull @Size(max = 4000) @Pattern(regexp = BASE64URL, message = NO_BASE64URL) String authenticatorData,
            @NotNull @Size(max = 4000) @Pattern(regexp = BASE64URL, message = NO_BASE64URL) String signature,
            @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*", message = NO_BASE64URL) String userHandle) {}

    static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
