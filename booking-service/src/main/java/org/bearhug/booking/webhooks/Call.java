package org.bearhug.booking.webhooks;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** One call of an endpoint, from the look for a connection to the beginning of the answer. */
final class Call {

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final HttpClient client;
    private final Clock clock;

    Call(HttpClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Sends this and waits for the answer, so long at most. */
    Answer post(RequestOptions options, String body, Duration timeout) throws InterruptedException {
        client.request(options).compose(request -> send(request, body)).onFailure(answer::completeExceptionally);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            answer.cancel(false);
            return Answer.none(WebhookDelivery.Problem.TOO_SLOW);
        } catch (ExecutionException fault) {
            return Answer.none(
                    isOfTls(fault) ? WebhookDelivery.Problem.NOT_TRUSTED : WebhookDelivery.Problem.NOT_REACHED);
        }
    }

    /** The answer is read where it arrives, before there is time for its end to be missed. */
    private Future<HttpClientResponse> send(HttpClientRequest request, String body) {
        if (answer.isDone()) {
            // Its time was over before there was a connection.
            request.reset();
            return Future.failedFuture("too late");
        }
        answer.whenComplete((done, fault) -> {
            if (answer.isCancelled()) {
                request.reset();
            }
        });
        request.response().onSuccess(response -> new AnswerReader(response, clock, answer).read());
        return request.send(Buffer.buffer(body));
    }

    private static boolean isOfTls(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }
}
