package org.bearhug.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The keys with which tests sign tokens. */
public final class TestKeys {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private TestKeys() {}

    /** A key that nobody knows. */
    public static KeyPair unknown() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that services under test trust. Kept in system properties, since class loaders share nothing else. */
    public static synchronized KeyPair trusted() {
        String kept = System.getProperty("bearhug.test.key");
        if (kept == null) {
            KeyPair made = unknown();
            Base64.Encoder encoder = Base64.getEncoder();
            System.setProperty(
                    "bearhug.test.key",
                    encoder.encodeToString(made.getPublic().getEncoded()) + " "
                            + encoder.encodeToString(made.getPrivate().getEncoded()));
            return made;
        }
        try {
            String[] halves = kept.split(" ");
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The trusted one as user-service publishes it. */
    static String published() {
        RSAPublicKey key = (RSAPublicKey) trusted().getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"test\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(
                        unsignedNumber(key.getModulus().toByteArray()),
                        unsignedNumber(key.getPublicExponent().toByteArray()));
    }

    private static String unsignedNumber(byte[] signed) {
        byte[] bytes = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
        return BASE64.encodeToString(bytes);
    }
}
