package org.bearhug.reads;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks again and again for what other instances changed: for facts and touched subjects that this look's snapshot of the
 * database shows and the one before did not. So none is missed that commits late, and none is waited for that is long in
 * coming. Without a good look for two seconds only what was read in the last two seconds counts as current.
 */
@ApplicationScoped
class ChangeWatch {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(2);

    @Inject
    ChangeLook look;

    @Inject
    Generations generations;

    @ConfigProperty(name = "bearhug.ready-answers-look-every")
    Duration every;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private String seen;
    private volatile long lookedAt = System.nanoTime() - TRUSTED_FOR.toNanos();

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::lookOrWarn, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(2, TimeUnit.SECONDS);
    }

    /** Whether what was read then is no older than is promised: what others changed since is known, or it was just now. */
    boolean isRecent(long readAt) {
        return isAwake() || System.nanoTime() - readAt < TRUSTED_FOR.toNanos();
    }

    private boolean isAwake() {
        return System.nanoTime() - lookedAt < TRUSTED_FOR.toNanos();
    }

    private void lookOrWarn() {
        boolean awake = isAwake();
        try {
            long begun = System.nanoTime();
            seen = awake ? lookSince(seen) : lookAfresh();
            lookedAt = begun;
        } catch (SQLException | RuntimeException fault) {
            if (awake && !thread.isShutdown()) {
                LOG.warnf("Answers are kept ready for moments only, since changes cannot be looked for: %s", fault);
            }
        }
    }

    /** After a pause nobody knows what has been tidied away meanwhile. */
    private String lookAfresh() throws SQLException {
        String now = look.now();
        generations.changeAll();
        return now;
    }

    private String lookSince(String before) throws SQLException {
        ChangeLook.Seen now = look.since(before);
        if (!now.changed().isEmpty()) {
            generations.change(now.changed());
        }
        return now.snapshot();
    }
}
