package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/** Tells the operator at the start, and once a day, when the platform's Zoom app may not do what it has to. */
@ApplicationScoped
class ScopeCheck {

    private static final Logger LOG = Logger.getLogger(ScopeCheck.class);

    @Inject
    ZoomSettings settings;

    @Inject
    AccessTokens tokens;

    @Scheduled(every = "24h", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void checkRegularly() {
        if (settings.worker && settings.platformApp().isPresent()) {
            check();
        }
    }

    void check() {
        try {
            tokens.of(ZoomSettings.PLATFORM, null);
        } catch (ZoomFailure failure) {
            LOG.warnf("The platform's Zoom account cannot be entered: %s", failure.getMessage());
            return;
        }
        List<String> missing = QuarkusTransaction.requiringNew()
                .call(() ->
                        Scopes.missing(ZoomConnection.<ZoomConnection>findById(ZoomSettings.PLATFORM).scopes, true));
        if (!missing.isEmpty()) {
            LOG.warnf("The platform's Zoom app lacks the scopes %s (docs/zoom.md)", String.join(", ", missing));
        }
    }
}
