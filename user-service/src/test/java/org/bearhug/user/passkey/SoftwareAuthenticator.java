package org.bearhug.user.passkey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A device with a passkey, written from the standard alone (WebAuthn 3, sections 6 and 7; CTAP's CBOR; ES256), so that it
 * shares no mistake with the library that checks it. What it says can be bent.
 */
final class SoftwareAuthenticator {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair key = newKey();
    private final byte[] credentialId =
            UUID.randomUUID().toString().replace("-", "").getBytes(StandardCharsets.US_ASCII);
    private String userHandle = "";

    String origin = "http://localhost:8080";
    String rpId = "localhost";
    int counter;

    /** Present, verified, may be backed up, is backed up. */
    int flags = 0x01 | 0x04 | 0x08 | 0x10;

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return BASE64.encodeToString(credentialId);
    }

    /** As {@code navigator.credentials.create()} and {@code toJSON()}. */
    Map<String, Object> create(Map<String, Object> options) {
        userHandle = (String) ((Map<?, ?>) options.get("user")).get("id");
        byte[] authData = concat(authData(flags | 0x40), attestedCredential());
        byte[] object = concat(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                bytes(authData));
        return credential(Map.of(
                "clientDataJSON",
                clientData("webauthn.create", (String) options.get("challenge")),
                "attestationObject",
                BASE64.encodeToString(object),
                "transports",
                List.of("internal", "hybrid")));
    }

    /** As {@code navigator.credentials.get()} and {@code toJSON()}. */
    Map<String, Object> get(Map<String, Object> options) {
        String clientData = clientData("webauthn.get", (String) options.get("challenge"));
        byte[] authData = authData(flags);
        byte[] signed = concat(authData, sha256(Base64.getUrlDecoder().decode(clientData)));
        return credential(Map.of(
                "clientDataJSON",
                clientData,
                "authenticatorData",
                BASE64.encodeToString(authData),
                "signature",
                BASE64.encodeToString(sign(signed)),
                "userHandle",
                userHandle));
    }

    private Map<String, Object> credential(Map<String, Object> response) {
        return Map.of(
                "id",
                id(),
                "rawId",
                id(),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                response);
    }

    private String clientData(String type, String challenge) {
        String json = "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin);
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] authData(int withFlags) {
        return ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) withFlags)
                .putInt(counter)
                .array();
    }

    private byte[] attestedCredential() {
        ECPublicKey point = (ECPublicKey) key.getPublic();
        byte[] cose = concat(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                bytes(coordinate(point.getW().getAffineX())),
                new byte[] {0x22},
                bytes(coordinate(point.getW().getAffineY())));
        byte[] length =
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array();
        return concat(new byte[16], length, credentialId, cose);
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    /** CBOR, major type 3; all of ours are short. */
    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return concat(new byte[] {(byte) (0x60 | bytes.length)}, bytes);
    }

    /** CBOR, major type 2, with a length of two bytes. */
    private static byte[] bytes(byte[] bytes) {
        return concat(
                ByteBuffer.allocate(3)
                        .put((byte) 0x59)
                        .putShort((short) bytes.length)
                        .array(),
                bytes);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
