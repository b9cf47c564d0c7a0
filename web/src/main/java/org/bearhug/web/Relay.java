package org.bearhug.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands a request on to a service and its answer back, both as streams. */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final HttpClient client;
    private final Duration connectTimeout;

    Relay(
            Vertx vertx,
            @ConfigProperty(name = "bearhug.door-connect-timeout") Duration connectTimeout,
            @ConfigProperty(name = "bearhug.door-answer-timeout") Duration answerTimeout,
            @ConfigProperty(name = "bearhug.door-connections") int connections) {
        this.connectTimeout = connectTimeout;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) connectTimeout.toMillis())
                        // Of the connection and not of the request: this also ends an answer that stops half-way.
                        .setIdleTimeout((int) answerTimeout.toMillis())
                        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setMaxHeaderSize(32 * 1024)
                        .setMaxWaitQueueSize(connections))
                .with(new PoolOptions().setHttp1MaxSize(connections))
                .build();
    }

    void hand(HttpServerRequest request, Upstream upstream) {
        ProxyRequest onward = ProxyRequest.reverseProxy(request);
        onward.setURI(upstream.inner(request.uri()));
        onward.setAuthority(HostAndPort.create(upstream.address().getHost(), upstream.port()));
        RelayedHeaders.dress(onward, request);
        client.request(target(upstream))
                .compose(call -> send(onward, call, request))
                .compose(answer -> giveBack(answer, upstream))
                .onFailure(cause -> fail(onward, request, upstream, cause));
    }

    private RequestOptions target(Upstream upstream) {
        return new RequestOptions()
                .setHost(upstream.address().getHost())
                .setPort(upstream.port())
                .setSsl(upstream.isSecure())
                .setConnectTimeout(connectTimeout.toMillis());
    }

    private static Future<ProxyResponse> send(ProxyRequest onward, HttpClientRequest call, HttpServerRequest request) {
        // Who has hung up needs no answer, and the service need not work on one.
        request.response().exceptionHandler(gone -> call.reset());
        return onward.send(call);
    }

    private static Future<Void> giveBack(ProxyResponse answer, Upstream upstream) {
        RelayedHeaders.dress(answer, upstream);
        return answer.send();
    }

    private static void fail(ProxyRequest onward, HttpServerRequest request, Upstream upstream, Throwable cause) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        LOG.warnf("%s does not answer: %s", upstream.name(), cause.getMessage());
        if (response.headWritten()) {
            // Half an answer must not look like a whole one.
            response.reset();
            return;
        }
        if (!request.isEnded()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.resume();
        }
        response.headers().remove(HttpHeaders.CONTENT_LENGTH);
        Problem.away(upstream.name()).answer(response);
    }
}
