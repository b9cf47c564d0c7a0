package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is called, and what is believed of the answer. Called are real servers; all addresses of this machine pass for public. */
class CourierTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final PublicNetworks PUBLIC = new PublicNetworks(Optional.empty());

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

        Answer answer = post("hooks.example", new HttpClientOptions().setTrustOptions(certificate));

        assertThat(answer.problem()).isEqualTo(WebhookDelivery.Problem.TOO_SLOW);
    }

    @Test
    void where_nobody_listens_nothing_is_reached() throws Exception {
        answersOfNames.add("127.0.0.2");

        assertThat(post("hooks.example", new HttpClientOptions()).problem())
                .isEqualTo(WebhookDelivery.Problem.NOT_REACHED);
    }

    private Answer post(String host, HttpClientOptions client) throws InterruptedException {
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
        Courier courier = new Courier(vertx, names, everything, Clock.systemUTC(), PATIENCE, client);
        try {
            return courier.post(new TargetUrl(true, host, server.actualPort(), "/"), Map.of(), "{}", 0);
        } finally {
            courier.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_is_inside_or_special_is_not_public(String address) throws Exception {
        assertThat(PUBLIC.has(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888"
            })
    void the_rest_of_the_world_is(String address) throws Exception {
        assertThat(PUBLIC.has(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void an_operator_can_add_networks() throws Exception {
        PublicNetworks ours = new PublicNetworks(Optional.of(List.of("93.184.216.0/24", "2606:4700::/32")));

        assertThat(ours.has(InetAddress.getByName("93.184.216.34"))).isFalse();
        assertThat(ours.has(InetAddress.getByName("2606:4700::1111"))).isFalse();
        assertThat(ours.has(InetAddress.getByName("93.184.217.34"))).isTrue();
        for (String nonsense :
                new String[] {"ours", "localhost/8", "10.0.0.0/33", "::/129", "10.0.0.0", "1.2.3.4.5/8"}) {
            assertThatThrownBy(() -> Network.of(nonsense)).as(nonsense).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
