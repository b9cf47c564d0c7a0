package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bearhug.kit.Refusal;

/** Zoom's signature: HMAC-SHA256 over the bytes as they came. */
@ApplicationScoped
class Signature {

    /** Zoom tries again for 85 minutes, and does not say whether a retry keeps the first timestamp. */
    private static final Duration OLDEST = Duration.ofHours(24);

    private static final Duration SKEW = Duration.ofMinutes(5);

    @Inject
    ZoomSettings settings;

    @Inject
    Clock clock;

    /**
     * The secret with which this was signed.
     *
     * @throws Refusal 401 when it was with none of ours, or too long ago
     */
    String secretOf(String signed, String timestamp, byte[] body) {
        if (signed != null && isFresh(timestamp)) {
            byte[] given = signed.getBytes(StandardCharsets.UTF_8);
            byte[] words = concatenated(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8), body);
            for (String secret : settings.webhookSecrets.orElse(List.of())) {
                byte[] right = ("v0=" + hmac(secret, words)).getBytes(StandardCharsets.UTF_8);
                if (MessageDigest.isEqual(right, given)) {
                    return secret;
                }
            }
        }
        throw new Refusal(401, "invalid-signature", "This does not bear Zoom's signature.");
    }

    private boolean isFresh(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        Instant now = clock.instant();
        return sent.isAfter(now.minus(OLDEST)) && sent.isBefore(now.plus(SKEW));
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static String hmac(String secret, String text) {
        return hmac(secret, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String secret, byte[] words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(words));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
