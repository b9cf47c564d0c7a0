package org.bearhug.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps secrets unreadable where they are stored or sent: AES-256 in GCM, under a key made from {@code BEARHUG_SECRET}.
 * The context (such as {@code "call-link:" + id}) is part of the seal, so a sealed text opens only where it belongs.
 */
@ApplicationScoped
public class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Seal(@ConfigProperty(name = "bearhug.secret") String secret) {
        this.key = new SecretKeySpec(sha256("bearhug seal 1\n" + secret), "AES");
    }

    /** Seals a text for one context; the same text sealed twice looks different. */
    public String close(String text, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, context, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * Opens what {@link #close} sealed.
     *
     * @throws IllegalStateException when it was sealed under another secret or for another context
     */
    public String open(String sealed, String context) {
        byte[] whole = Base64.getUrlDecoder().decode(sealed);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        byte[] text = run(Cipher.DECRYPT_MODE, nonce, context, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open or close a seal; is BEARHUG_SECRET another one?", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
