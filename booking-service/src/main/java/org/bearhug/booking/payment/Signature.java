package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells Stripe's messages from others': {@code Stripe-Signature: t=SECONDS,v1=HEX}, an HMAC over the seconds, a dot and the
 * bytes as they came. Several secrets are good while one takes the place of another.
 */
@ApplicationScoped
class Signature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MOST = 10;

    private final List<String> secrets;
    private final Clock clock;

    Signature(@ConfigProperty(name = "bearhug.stripe-webhook-secrets") Optional<List<String>> secrets, Clock clock) {
        this.secrets = secrets.orElse(List.of());
        this.clock = clock;
    }

    /**
     * Goes on when it is Stripe's, of these last five minutes.
     *
     * @throws Refusal 404 when there is no secret, 401 {@code invalid-signature}
     */
    void require(String header, byte[] body) {
        if (secrets.isEmpty()) {
            throw Refusal.notFound("address");
        }
        long seconds = -1;
        List<byte[]> given = new ArrayList<>();
        for (String part : header == null ? new String[0] : header.split(",", MOST)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t") && pair[1].matches("\\d{1,12}")) {
                seconds = Long.parseLong(pair[1]);
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                given.add(pair[1].getBytes(StandardCharsets.US_ASCII));
            }
        }
        long age = Math.abs(clock.instant().getEpochSecond() - seconds);
        if (seconds < 0 || !matches(seconds, given, body) || age > TOLERANCE.toSeconds()) {
            throw new Refusal(401, "invalid-signature", "This is not signed by Stripe, or not now.");
        }
    }

    private boolean matches(long seconds, List<byte[]> given, byte[] body) {
        boolean good = false;
        for (String secret : secrets) {
            byte[] right = sign(secret, seconds, body);
            for (byte[] each : given) {
                good |= MessageDigest.isEqual(right, each);
            }
        }
        return good;
    }

    private static byte[] sign(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.strip().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
