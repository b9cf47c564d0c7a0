package org.bearhug.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits for a service to say that it is ready. */
record Health(Service service) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    void await() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isReady()) {
                if (!service.isRunning()) {
                    throw new StartFailure(service.name() + " ended while it was starting; why is in " + service.log());
                }
                if (System.nanoTime() > end) {
                    throw new StartFailure(service.name() + " has not become healthy in " + PATIENCE.toSeconds()
                            + " seconds; why is in " + service.log());
                }
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while waiting for " + service.name());
        }
    }

    private boolean isReady() throws InterruptedException {
        URI ready = service.address().resolve("/q/health/ready");
        HttpRequest question =
                HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
