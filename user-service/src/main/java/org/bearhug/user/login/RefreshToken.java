package org.bearhug.user.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bearhug.kit.Refusal;
import org.bearhug.user.secret.Secret;

/**
 * A refresh token: which log-in it belongs to, and the secret that is good once. The family too is a secret, so whoever
 * shows it with a wrong second half holds an old token and has not merely guessed.
 */
record RefreshToken(Secret family, Secret secret) {

    private static final String BETWEEN = ".";
    private static final int LONGEST = 200;
    private static final String MAC = "HmacSHA256";

    static RefreshToken first() {
        return new RefreshToken(Secret.random(), Secret.random());
    }

    /** Reads what {@link #text()} wrote; nothing for anything else. */
    static Optional<RefreshToken> read(String text) {
        int between = text == null || text.length() > LONGEST ? -1 : text.indexOf(BETWEEN);
        return between <= 0 || between == text.length() - 1
                ? Optional.empty()
                : Optional.of(new RefreshToken(
                        new Secret(text.substring(0, between)), new Secret(text.substring(between + 1))));
    }

    static Refusal refusal() {
        return new Refusal(401, "invalid-token", "Please log in again.");
    }

    /**
     * The next one. With a random salt it is as random as the salt; with the salt alone, without this token, nobody can
     * make it, so the salt may be kept for the case that the answer with the next token is lost.
     */
    RefreshToken next(byte[] salt) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.text().getBytes(StandardCharsets.UTF_8), MAC));
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(salt));
            return new RefreshToken(family, new Secret(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    String text() {
        return family.text() + BETWEEN + secret.text();
    }
}
