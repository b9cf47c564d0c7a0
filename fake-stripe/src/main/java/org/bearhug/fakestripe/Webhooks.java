package org.bearhug.fakestripe;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bearhug.fakes.Hmac;

/** Sends events, signed as Stripe signs, and again when they are not taken. */
final class Webhooks implements AutoCloseable {

    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "fake-stripe-webhooks");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Book book;
    private volatile String address = "";
    private volatile String secret = "";

    Webhooks(Book book) {
        this.book = book;
    }

    void to(String where, String signedWith) {
        address = where;
        secret = signedWith;
    }

    /** Sends it soon, up to six times, ever more rarely. */
    void send(String body) {
        if (!address.isEmpty()) {
            attempt(body, 1);
        }
    }

    private void attempt(String body, int nth) {
        long pause = nth == 1 ? 0 : FIRST_PAUSE_MILLIS << (nth - 2);
        thread.schedule(
                () -> {
                    if (sendNow(body) / 100 != 2 && nth < TRIES) {
                        attempt(body, nth + 1);
                    }
                },
                pause,
                TimeUnit.MILLISECONDS);
    }

    /** Sends it now; returns the status of the answer, 0 when there was none. */
    int sendNow(String body) {
        return sendNow(body, signature(body, book.seconds()));
    }

    int sendNow(String body, String signature) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    String signature(String body, long seconds) {
        return "t=" + seconds + ",v1=" + Hmac.of(secret, seconds + "." + body) + ",v0=" + "0".repeat(64);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
