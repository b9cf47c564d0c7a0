package org.bearhug.fakestripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeStripeTest {

    private static final String SESSION =
            "mode=payment&success_url=http://here/ok?s={CHECKOUT_SESSION_ID}&cancel_url=http://here/no&client_reference_id=b1"
                    + "&line_items[0][quantity]=1&line_items[0][price_data][currency]=gbp"
                    + "&line_items[0][price_data][unit_amount]=6500&line_items[0][price_data][product_data][name]=Massage";

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeStripe stripe;

    @BeforeEach
    void start() {
        stripe = FakeStripe.start("localhost", 0);
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void who_pays_on_the_page_is_led_back_and_can_be_given_the_money_back_once() throws Exception {
        JsonNode session = json(post("/v1/checkout/sessions", SESSION, "k1"));
        String id = session.path("id").asText();
        assertThat(send(HttpRequest.newBuilder(URI.create(session.path("url").asText())))
                        .body())
                .contains("Pay 65.00 GBP", "Massage");

        HttpResponse<String> paid = form(URI.create(session.path("url").asText()), "act=pay", Map.of());

        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).contains("http://here/ok?s=" + id);
        JsonNode after = json(get("/v1/checkout/sessions/" + id));
        assertThat(after.path("payment_status").asText()).isEqualTo("paid");
        String intent = after.path("payment_intent").asText();
        assertThat(post("/v1/refunds", "payment_intent=" + intent + "&amount=2000", "r1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/v1/refunds", "payment_intent=" + intent + "&amount=4501", "r2")
                        .body())
                .contains("greater than unrefunded amount");
        assertThat(post("/v1/refunds", "payment_intent=" + intent, "r3").statusCode())
                .isEqualTo(200);
        assertThat(post("/v1/refunds", "payment_intent=" + intent, "r4").body()).contains("charge_already_refunded");
    }

    @Test
    void a_key_gives_the_first_answer_again_and_refuses_other_parameters() throws Exception {
        HttpResponse<String> first = post("/v1/checkout/sessions", SESSION, "k1");
        HttpResponse<String> again = post("/v1/checkout/sessions", SESSION, "k1");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(post("/v1/checkout/sessions", SESSION.replace("6500", "1"), "k1")
                        .body())
                .contains("idempotency_error");
        assertThat(post("/v1/checkout/sessions", SESSION + "&expires_at=5", "k2")
                        .body())
                .contains("between 30 minutes and 24 hours");
        assertThat(post("/v1/checkout/sessions", SESSION + "&colour=red", "k3").body())
                .contains("parameter_unknown");
        control("/fake/faults", "{\"fault\":\"BROKEN_AFTERWARDS\",\"call\":\"POST /v1/refunds\"}");
        assertThat(post("/v1/refunds", "payment_intent=none", "k4").statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_an_open_session_can_be_expired() throws Exception {
        String id =
                json(post("/v1/checkout/sessions", SESSION, "k1")).path("id").asText();

        assertThat(post("/v1/checkout/sessions/" + id + "/expire", "", "e1").statusCode())
                .isEqualTo(200);
        assertThat(post("/v1/checkout/sessions/" + id + "/expire", "", "e2").body())
                .contains("Only Checkout Sessions");
        assertThat(json(control("/fake/pay", "{\"session\":\"" + id + "\"}"))
                        .path("done")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void what_happens_is_told_with_a_signature_and_again_until_it_is_taken() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        AtomicInteger seen = new AtomicInteger();
        HttpServer listener = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        listener.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.add(exchange.getRequestHeaders().getFirst("Stripe-Signature") + " " + body);
            exchange.sendResponseHeaders(seen.incrementAndGet() == 1 ? 500 : 200, -1);
            exchange.close();
        });
        listener.start();
        try {
            stripe.sendWebhooksTo("http://localhost:" + listener.getAddress().getPort() + "/", "whsec_x");
            String id = json(post("/v1/checkout/sessions", SESSION, "k1"))
                    .path("id")
                    .asText();
            control("/fake/decline", "{\"session\":\"" + id + "\"}");

            for (int each = 0; each < 2; each++) {
                assertThat(told.poll(10, TimeUnit.SECONDS))
                        .contains("payment_intent.payment_failed")
                        .containsPattern("^t=\\d+,v1=[0-9a-f]{64}");
            }
            control("/fake/keep", "{}");
            control("/fake/pay", "{\"session\":\"" + id + "\"}");
            assertThat(control("/fake/deliver", "{}").body()).isEqualTo("[200,200]");
        } finally {
            listener.stop(0);
        }
    }

    @Test
    void calls_go_wrong_as_told() throws Exception {
        for (String fault : List.of("BROKEN", "THROTTLED", "PAGE", "UNAUTHORIZED")) {
            control("/fake/faults", "{\"fault\":\"" + fault + "\",\"call\":\"POST\"}");
        }
        assertThat(List.of(status(), status(), status(), status(), status())).containsExactly(500, 429, 502, 401, 200);
        control("/fake/faults", "{\"fault\":\"CUT\",\"call\":\"POST\"}");
        assertThatThrownBy(this::status).isInstanceOf(IOException.class);
        assertThat(get("/v1/nothing").statusCode()).isEqualTo(404);
    }

    private int status() throws Exception {
        return post("/v1/checkout/sessions", SESSION, "same").statusCode();
    }

    private JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Call.JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(stripe.address() + path))
                .header("Authorization", "Bearer sk_test_1"));
    }

    private HttpResponse<String> post(String path, String body, String key) throws Exception {
        return form(
                URI.create(stripe.address() + path),
                body.replace("{", "%7B").replace("}", "%7D"),
                Map.of("Authorization", "Bearer sk_test_1", "Idempotency-Key", key));
    }

    private HttpResponse<String> form(URI where, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(where)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private HttpResponse<String> control(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(stripe.address() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
