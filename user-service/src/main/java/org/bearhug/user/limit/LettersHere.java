package org.bearhug.user.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many letters one place may cause by registering, forgetting and asking for links, whatever the addresses: nobody
 * shall try a list of them. It is counted before an address is looked at, so it tells nothing of one.
 */
@ApplicationScoped
public class LettersHere {

    @Inject
    Counts counts;

    @ConfigProperty(name = "bearhug.letters-per-place")
    int limit;

    /**
     * Counts one, and tells the caller what is left.
     *
     * @throws Refusal 429 {@code rate-limited}
     */
    public void count(HttpServerRequest request) {
        counts.count(
                        "letters-here",
                        "letters-here",
                        Origin.of(request.remoteAddress().hostAddress()),
                        limit)
                .tell(request.response())
                .require("Many letters were asked for from where you are. Please wait a little.");
    }
}
