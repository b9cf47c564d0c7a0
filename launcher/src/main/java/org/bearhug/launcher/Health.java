package org.bearhug.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Waits for a service to say that it is ready. */
record Health(Service service) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * Waits for all of these at once, and tells of each.
     *
     * @throws StartFailure as soon as one of them fails
     */
    static void awaitAll(List<Service> services, Consumer<Service> whenHealthy) {
        CompletableFuture<?>[] waits = services.stream()
                .map(service -> CompletableFuture.runAsync(() -> {
                    service.awaitHealthy();
                    whenHealthy.accept(service);
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Object> all = CompletableFuture.allOf(waits).thenApply(done -> null);
        for (CompletableFuture<?> wait : waits) {
            wait.whenComplete((done, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure(String.valueOf(e.getCause()), e);
        }
    }

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
