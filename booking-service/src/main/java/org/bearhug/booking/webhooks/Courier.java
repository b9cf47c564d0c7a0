package org.bearhug.booking.webhooks;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Calls an endpoint. Its name is looked up once; unless all its addresses are public nothing is sent, and what was looked at is
 * what is called, so that another answer of the name's server a moment later changes nothing. TLS and the {@code Host} header
 * stay with the name. Redirects are not followed.
 */
@ApplicationScoped
class Courier {

    private static final int CONNECTIONS_TO_ONE_ADDRESS = 16;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    private final Names names;
    private final PublicNetworks networks;
    private final Clock clock;
    private final Duration timeout;
    private final HttpClient client;

    @Inject
    Courier(
            Vertx vertx,
            Names names,
            PublicNetworks networks,
            Clock clock,
            @ConfigProperty(name = "bearhug.webhook-timeout") Duration timeout) {
        this(vertx, names, networks, clock, timeout, new HttpClientOptions());
    }

    /** With options that say who else is to be trusted. */
    Courier(
            Vertx vertx,
            Names names,
            PublicNetworks networks,
            Clock clock,
            Duration timeout,
            HttpClientOptions options) {
        this.names = names;
        this.networks = networks;
        this.clock = clock;
        this.timeout = timeout;
        this.client = vertx.httpClientBuilder()
                .with(options.setMaxPoolSize(CONNECTIONS_TO_ONE_ADDRESS)
                        .setKeepAliveTimeout(15)
                        .setSsl(true))
                // What breaks a call is its outcome; of a line that breaks at rest there is nothing to tell the log.
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
    }

    /**
     * Posts a JSON body and waits for the answer.
     *
     * @param turn which of several addresses is called: another one each time
     */
    Answer post(TargetUrl target, Map<String, String> headers, String body, int turn) throws InterruptedException {
        Optional<InetAddress> address = address(target, turn);
        if (address.isEmpty()) {
            return Answer.none(WebhookDelivery.Problem.NO_PUBLIC_ADDRESS);
        }
        return new Call(client, clock).post(options(target, headers, address.get()), body, timeout);
    }

    private Optional<InetAddress> address(TargetUrl target, int turn) {
        try {
            InetAddress[] addresses = names.addresses(target.host());
            boolean mayBeCalled = target.isLocal()
                    ? Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)
                    : Arrays.stream(addresses).allMatch(networks::has);
            return mayBeCalled ? Optional.of(addresses[turn % addresses.length]) : Optional.empty();
        } catch (UnknownHostException nobody) {
            return Optional.empty();
        }
    }

    private RequestOptions options(TargetUrl target, Map<String, String> headers, InetAddress address) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(target.tls())
                .setHost(target.host())
                .setPort(target.port())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setURI(target.path())
                .setFollowRedirects(false)
                .setConnectTimeout(Math.min(timeout.toMillis(), LONGEST_CONNECT.toMillis()));
        headers.forEach(options::addHeader);
        return options;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
