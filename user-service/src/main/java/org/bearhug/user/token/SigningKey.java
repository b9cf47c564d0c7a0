package org.bearhug.user.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * A pair of keys and the time from which it signs.
 *
 * @param kid its thumbprint (RFC 7638)
 */
record SigningKey(String kid, RSAPublicKey publicKey, PrivateKey privateKey, Instant signsFrom) {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    static SigningKey generate(Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            RSAPublicKey publicKey = (RSAPublicKey) pair.getPublic();
            return new SigningKey(thumbprint(publicKey), publicKey, pair.getPrivate(), signsFrom);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String thumbprint(RSAPublicKey key) {
        return new RsaJsonWebKey(key).calculateBase64urlEncodedThumbprint("SHA-256");
    }

    SigningKey signingFrom(Instant time) {
        return new SigningKey(kid, publicKey, privateKey, time);
    }

    static SigningKey read(String kid, byte[] publicKey, String privateKeyText, Instant signsFrom) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(
                    kid,
                    (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(publicKey)),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKeyText))),
                    signsFrom);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored signing key cannot be read", e);
        }
    }

    String privateKeyText() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    /** Tells no key. */
    @Override
    public String toString() {
        return "SigningKey[" + kid + "]";
    }
}
