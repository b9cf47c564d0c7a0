package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bearhug.kit.Seal;
import org.hibernate.Session;

/** What Zoom has told, until it is worked on. It names people, so it is sealed and then forgotten but for its hash. */
@ApplicationScoped
class News {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REMEMBERED = Duration.ofHours(48);
    private static final int BATCH = 50;

    private static final String KEEP =
            "INSERT INTO zoom_news (hash, sealed, received_at) VALUES (:hash, :sealed, :now) ON CONFLICT DO NOTHING";

    private static final String WAITING =
            """
            SELECT hash, sealed FROM zoom_news WHERE sealed IS NOT NULL
             ORDER BY received_at LIMIT :most FOR UPDATE SKIP LOCKED""";

    @Inject
    Session database;

    @Inject
    Seal seal;

    @Inject
    NewsWork work;

    @Inject
    ZoomSettings settings;

    @Inject
    Clock clock;

    static JsonNode read(byte[] raw) {
        try {
            return JSON.readTree(raw);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Zoom gives its messages no id, but their words hold the millisecond: the same words are the same message. */
    @Transactional
    void keep(byte[] raw) {
        byte[] hash = sha256(raw);
        database.createNativeMutationQuery(KEEP)
                .setParameter("hash", hash)
                .setParameter("sealed", seal.close(new String(raw, StandardCharsets.UTF_8), context(hash)))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workRegularly() {
        if (settings.worker && settings.webhookSecrets.isPresent()) {
            workAll();
        }
    }

    /** All that is waiting and that no other instance works on, one batch after the other. */
    void workAll() {
        int worked;
        do {
            worked = QuarkusTransaction.requiringNew().call(this::workBatch);
        } while (worked == BATCH);
    }

    private int workBatch() {
        List<Object[]> waiting = database.createNativeQuery(WAITING, Object[].class)
                .setParameter("most", BATCH)
                .getResultList();
        for (Object[] row : waiting) {
            byte[] hash = (byte[]) row[0];
            work.on(read(seal.open((String) row[1], context(hash)).getBytes(StandardCharsets.UTF_8)));
            database.createNativeMutationQuery("UPDATE zoom_news SET sealed = NULL WHERE hash = :hash")
                    .setParameter("hash", hash)
                    .executeUpdate();
        }
        database.createNativeMutationQuery("DELETE FROM zoom_news WHERE sealed IS NULL AND received_at < :old")
                .setParameter("old", clock.instant().minus(REMEMBERED))
                .executeUpdate();
        return waiting.size();
    }

    private static String context(byte[] hash) {
        return "zoom-news:" + HexFormat.of().formatHex(hash);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
