package org.bearhug.booking.webhooks;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.kit.Seal;

/** The secrets of endpoints: made here, kept sealed, and opened only to sign. */
@ApplicationScoped
class Secrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Inject
    Seal seal;

    /** One that nobody can guess, as the endpoint's owner is told it. */
    String fresh() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Webhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The secret as it is kept. */
    String close(String secret, UUID endpoint) {
        return seal.close(secret, context(endpoint));
    }

    /** What stands in {@code webhook-signature}: one signature by each of these secrets. */
    String sign(UUID endpoint, String[] sealed, UUID message, Instant now, String body) {
        return Arrays.stream(sealed)
                .map(each -> signature(seal.open(each, context(endpoint)), message, now, body))
                .collect(Collectors.joining(" "));
    }

    private static String signature(String secret, UUID message, Instant now, String body) {
        try {
            return new Webhook(secret).sign(message.toString(), now.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("every secret of ours signs", e);
        }
    }

    private static String context(UUID endpoint) {
        return "webhook-secret:" + endpoint;
    }
}
