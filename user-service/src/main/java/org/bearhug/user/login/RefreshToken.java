package org.bearhug.user.login;

import java.util.Optional;
import org.bearhug.kit.Refusal;
import org.bearhug.user.secret.Secret;

/**
 * A refresh token: which log-in it belongs to, and the secret that is good once. The family too is a secret, so whoever
 * shows it with a wrong second half holds an old token and has not merely guessed.
 */
record RefreshToken(Secret family, Secret secret) {

    private static final String BETWEEN = ".";
    private static final int LONGEST = 200;

    static RefreshToken first() {
        return new RefreshToken(Secret.random(), Secret.random());
    }

    /** Reads what {@link #text()} wrote; nothing for anything else. */
    static Optional<RefreshToken> read(String text) {
        int between = text == null || text.length() > LONGEST ? -1 : text.indexOf(BETWEEN);
        return between < 0
                ? Optional.empty()
                : Optional.of(new RefreshToken(
                        new Secret(text.substring(0, between)), new Secret(text.substring(between + 1))));
    }

    static Refusal refusal() {
        return new Refusal(401, "invalid-token", "Please log in again.");
    }

    RefreshToken next() {
        return new RefreshToken(family, Secret.random());
    }

    String text() {
        return family.text() + BETWEEN + secret.text();
    }
}
