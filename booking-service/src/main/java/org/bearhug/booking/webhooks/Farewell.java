package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.letters.Letters;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Switches off an endpoint at which nothing arrives any more, and writes to its instructor. */
@ApplicationScoped
class Farewell {

    private static final Logger LOG = Logger.getLogger(Farewell.class);

    private static final Map<WebhookEndpoint.DisabledWhy, String> WHY = Map.of(
            WebhookEndpoint.DisabledWhy.GONE, "it answered that it is gone for good (410)",
            WebhookEndpoint.DisabledWhy.FAILING, "nothing has arrived there for days");

    private static final String DISABLE =
            """
            UPDATE webhook_endpoint
               SET enabled = false, disabled_why = :why, version = version + 1
             WHERE id = :id AND enabled
            RETURNING instructor_id, url""";

    @Inject
    Session database;

    @Inject
    Letters letters;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /** In the running transaction; once, however many say it. */
    void to(UUID endpoint, WebhookEndpoint.DisabledWhy why) {
        database.createNativeQuery(DISABLE, Object[].class)
                .setParameter("id", endpoint)
                .setParameter("why", why.name())
                .getResultStream()
                .forEach(row -> {
                    LOG.warnf("Webhook endpoint %s is switched off: %s", endpoint, why);
                    write((UUID) row[0], (String) row[1], endpoint, why);
                });
    }

    private void write(UUID instructor, String url, UUID endpoint, WebhookEndpoint.DisabledWhy why) {
        letters.write(
                LetterKind.WEBHOOK_DISABLED,
                instructor,
                Map.of(
                        "host",
                        URI.create(url).getHost(),
                        "why",
                        WHY.get(why),
                        "link",
                        publicUrl + "/teach/webhooks/" + endpoint));
    }
}
