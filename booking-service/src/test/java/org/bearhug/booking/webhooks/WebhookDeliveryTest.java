package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Given;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.Test;

/** Deliveries are signed with secrets that change, shown page by page, and sent again when asked for. */
@QuarkusTest
class WebhookDeliveryTest extends WebhookWorld {

    @Test
    void a_test_event_is_verified_with_the_library_and_its_answer_shown() throws Exception {
        TestClock.reset();
        receiver.next(200, Map.of(), "Thanks\u0000 \u0007" + "x".repeat(3000));
        Integrator.Hook hook = ines.listens(receiver, "booking.confirmed");

        String id = ines.tests(hook)
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"))
                .body("type", equalTo("webhook.test"))
                .extract()
                .path("id");

        await().until(() -> receiver.heard().size() == 1);
        Receiver.Heard heard = receiver.heard().get(0);
        new Webhook(hook.secret()).verify(heard.body(), heard.headers());
        assertThat(heard.id()).isEqualTo(id);
        assertThat(heard.header("Content-Type")).isEqualTo("application/json");
        await().until(() -> ines.deliveries(hook).getString("items[0].state"), "DELIVERED"::equals);
        JsonPath shown = ines.deliveries(hook);
        assertThat(shown.getInt("items[0].responseStatus")).isEqualTo(200);
        assertThat(shown.getInt("items[0].attempts")).isEqualTo(1);
        assertThat(shown.getString("items[0].response"))
                .startsWith("Thanks xxx")
                .hasSizeLessThanOrEqualTo(1024);
        assertThat(shown.getString("items[0].nextAttemptAt")).isNull();
    }

    @Test
    void tests_are_asked_for_five_times_in_a_minute() {
        Integrator.Hook hook = ines.listens(receiver);
        for (int i = 0; i < TestEvents.MOST; i++) {
            ines.tests(hook).then().statusCode(202);
        }

        ines.tests(hook).then().statusCode(429).header("Retry-After", "60").body("code", equalTo("rate-limited"));
        TestClock.set(Given.A_WEEK_BEFORE.plus(TestEvents.WHILE));
        ines.tests(hook).then().statusCode(202);
    }

    @Test
    void for_a_day_the_old_secret_signs_beside_the_new_one() throws Exception {
        Integrator.Hook hook = ines.listens(receiver);
        String fresh = ines.rotates(hook);

        Receiver.Heard today = heardTest(hook, 1);
        TestClock.set(Given.A_WEEK_BEFORE.plus(EndpointSecrets.OLD_ONE_SIGNS));
        Receiver.Heard tomorrow = heardTest(hook, 2);

        assertThat(today.isSignedBy(hook.secret())).isTrue();
        assertThat(today.isSignedBy(fresh)).isTrue();
        assertThat(tomorrow.isSignedBy(hook.secret())).isFalse();
        assertThat(tomorrow.isSignedBy(fresh)).isTrue();
    }

    private Receiver.Heard heardTest(Integrator.Hook hook, int nth) {
        ines.tests(hook).then().statusCode(202);
        await().until(() -> receiver.heard().size() == nth);
        return receiver.heard().get(nth - 1);
    }

    @Test
    void one_delivery_is_sent_again_under_its_own_id() {
        Integrator.Hook hook = ines.listens(receiver);
        String id = heardTest(hook, 1).id();
        await().until(() -> ines.deliveries(hook).getString("items[0].state"), "DELIVERED"::equals);

        ines.resends(hook, id).then().statusCode(202).body("state", equalTo("WAITING"));

        await().until(() -> receiver.heard().size() == 2);
        assertThat(receiver.ids()).containsExactly(id, id);
        ines.resends(hook, UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void all_that_failed_since_then_is_sent_again() {
        Integrator.Hook hook = ines.listens(receiver);
        List<String> failed = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            failed.add(given.sql()
                    .<UUID>one(
                            """
                            INSERT INTO webhook_delivery (endpoint_id, type, data, state, occurred_at, queued_at, due_at)
                            VALUES (?::uuid, 'webhook.test', '{}', 'FAILED', '2031-02-0%d', now(), now()) RETURNING id"""
                                    .formatted(day),
                            hook.id())
                    .toString());
        }

        ines.resendsFailed(hook, "2031-02-02T00:00:00Z").then().statusCode(202).body("resent", equalTo(2));

        await().until(() -> receiver.heard().size() == 2);
        assertThat(receiver.ids()).containsExactlyInAnyOrder(failed.get(1), failed.get(2));
        assertThat(ines.asks()
                        .get(Integrator.path(hook) + "/deliveries?state=FAILED")
                        .<List<String>>path("items.id"))
                .containsExactly(failed.get(0));
    }

    @Test
    void deliveries_are_read_page_by_page_the_newest_first() {
        Integrator.Hook hook = ines.listens(receiver);
        for (int i = 0; i < 3; i++) {
            ines.tests(hook).then().statusCode(202);
        }
        List<String> all = ines.deliveries(hook).getList("items.id");

        JsonPath first =
                ines.asks().get(Integrator.path(hook) + "/deliveries?limit=2").jsonPath();
        JsonPath rest = ines.asks()
                .get(Integrator.path(hook) + "/deliveries?limit=2&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        assertThat(first.<String>getList("items.id")).isEqualTo(all.subList(0, 2));
        assertThat(rest.<String>getList("items.id")).isEqualTo(all.subList(2, 3));
        assertThat(rest.getString("nextCursor")).isNull();
    }
}
