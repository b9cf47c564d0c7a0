package org.bearhug.user.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A text that opens something to whoever holds it: given away once, kept only as its hash. With 256 random bits a plain
 * SHA-256 is enough; there is nothing to guess.
 */
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new one, safe in an address or a cookie. */
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored and compared. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether two hashes are the same, in the same time for every pair. */
    public static boolean same(byte[] hash, byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    /** Tells nothing, so that no log does. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
