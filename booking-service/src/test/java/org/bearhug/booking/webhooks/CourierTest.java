package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is called, and what is believed of the answer. Called are real servers; all addresses of this machine pass for public. */
class CourierTest {

    /** For whoever answers, also on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** For whoever never does. */
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(700);

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static PfxOptions certificate;
    private static HttpServer server;
    private static volatile io.vertx.core.Handler<HttpServerRequest> answering;

    private final List<HttpServerRequest> called = new CopyOnWriteArrayList<>();
    private final Queue<String> answersOfNames = new ArrayDeque<>();

    @BeforeAll
    static void a_server_with_a_certificate() throws Exception {
        Path keys = folder.resolve("keys.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "san=dns:hooks.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "for-tests")
                .start()
                .waitFor();
        certificate = new PfxOptions().setPath(keys.toString()).setPassword("for-tests");
        vertx = Vertx.vertx();
        server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
                .requestHandler(request -> answering.handle(request))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void answer_plainly() {
        answering = request -> {
            called.add(request);
            request.response().setStatusCode(200).end("Thanks");
        };
    }

    @Test
    void the_address_that_was_looked_at_is_called_under_its_name_and_the_name_is_asked_once() throws Exception {
        answersOfNames.add("127.0.0.1");
        answersOfNames.add("127.0.0.2"); // where nobody listens

        Answer answer = post("hooks.example", new HttpClientOptions().setTrustOptions(certificate));

        assertThat(answer).isEqualTo(new Answer(200, "Thanks", null, null));
        assertThat(called).singleElement().satisfies(request -> {
            assertThat(request.authority().host()).isEqualTo("hooks.example");
            assertThat(request.connection().indicatedServerName()).isEqualTo("hooks.example");
            assertThat(request.remoteAddress().hostAddress()).isEqualTo("127.0.0.1");
        });
        assertThat(answersOfNames).hasSize(1);
    }

    @Test
    void a_server_for_which_nobody_vouches_hears_nothing() throws Exception {
        answersOfNames.add("127.0.0.1");

        Answer answer = post("hooks.example", new HttpClientOptions());

        assertThat(answer.problem()).isEqualTo(WebhookDelivery.Problem.NOT_TRUSTED);
        assertThat(called).isEmpty();
    }

    @Test
    void a_certificate_of_another_name_does_not_do() throws Exception {
        answersOfNames.add("127.0.0.1");

        Answer answer = post("other.example", new HttpClientOptions().setTrustOptions(certificate));

        assertThat(answer.problem()).isEqualTo(WebhookDelivery.Problem.NOT_TRUSTED);
        assertThat(called).isEmpty();
    }

    @Test
    void of_an_answer_without_end_the_beginning_is_read() throws Exception {
        answersOfNames.add("127.0.0.1");
        answering = request -> {
            request.response().setStatusCode(500).setChunked(true);
            vertx.setPeriodic(1, timer -> {
                if (request.response().ended() || request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write("x".repeat(8192));
                }
            });
        };

        Answer answer = post("hooks.example", new HttpClientOptions().setTrustOptions(certificate));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.beginning()).hasSize(AnswerReader.KEPT);
    }

    @Test
    void who_answers_drop_by_drop_is_too_slow() throws Exception {
        answersOfNames.add("127.0.0.1");
        answering = request -> {
            request.response().setStatusCode(200).setChunked(true);
            vertx.setPeriodic(100, timer -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write("x");
                }
            });
        };

        Answer answer = post("hooks.example", new HttpClientOptions().setTrustOptions(certificate), LITTLE_PATIENCE);

        assertThat(answer.problem()).isEqualTo(WebhookDelivery.Problem.TOO_SLOW);
    }

    @Test
    void where_nobody_listens_nothing_is_reached() throws Exception {
        answersOfNames.add("127.0.0.2");

        assertThat(post("hooks.example", new HttpClientOptions()).problem())
                .isEqualTo(WebhookDelivery.Problem.NOT_REACHED);
    }

    private Answer post(String host, HttpClientOptions client) throws InterruptedException {
        return post(host, client, PATIENCE);
    }

    private Answer post(String host, HttpClientOptions client, Duration patience) throws InterruptedException {
        Names names = new Names() {
            @Override
            InetAddress[] addresses(String asked) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(answersOfNames.remove())};
            }
        };
        PublicNetworks everything = new PublicNetworks(Optional.empty()) {
            @Override
            boolean has(InetAddress address) {
                return true;
            }
        };
        Courier courier = new Courier(vertx, names, everything, Clock.systemUTC(), patience, client);
        try {
            return courier.post(new TargetUrl(true, host, server.actualPort(), "/"), Map.of(), "{}", 0);
        } finally {
            courier.close();
        }
    }
}
