package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.Test;

/** What waits for one endpoint holds up no other, and is not kept without end. */
@QuarkusTest
class WebhookQueueTest extends WebhookWorld {

    @Test
    void a_slow_endpoint_holds_up_no_other_and_has_two_calls_at_once() {
        try (Receiver slow = new Receiver().isSilent()) {
            Integrator.Hook stuck = ines.listens(slow);
            Integrator.Hook quick = ines.listens(receiver);
            for (int i = 0; i < TestEvents.MOST; i++) {
                ines.tests(stuck).then().statusCode(202);
            }
            await().until(() -> slow.heard().size() == DeliveryTray.AT_ONCE_EACH);
            ines.tests(quick).then().statusCode(202);

            await().until(() -> !receiver.heard().isEmpty());
            await().until(() ->
                    ines.deliveries(stuck).<String>getList("items.problem").contains("TOO_SLOW"));
            assertThat(given.sql()
                            .<Long>one(
                                    "SELECT count(*) FROM webhook_delivery WHERE endpoint_id = ?::uuid"
                                            + " AND taken_until IS NOT NULL",
                                    stuck.id()))
                    .isLessThanOrEqualTo(DeliveryTray.AT_ONCE_EACH);
        }
    }

    @Test
    void a_queue_has_an_end_and_says_what_it_lost() {
        Integrator.Hook hook = ines.listens(receiver.answers(500), "session.changed");
        given.sql()
                .change(
                        """
                        INSERT INTO webhook_delivery (endpoint_id, type, data, occurred_at, queued_at, due_at)
                        SELECT ?::uuid, 'webhook.test', '{}', now(), now(), '2040-01-01' FROM generate_series(1, 29)""",
                        hook.id());
        TestClock.reset();
        given.sql().change("UPDATE webhook_endpoint SET listens_since = now()");

        given.block().ofSessions(3).by(ines.id()).published();

        ines.reads(hook).body("waiting", equalTo(30)).body("dropped", equalTo(2));
        given.sql().change("UPDATE webhook_delivery SET queued_at = '2020-01-01'");
        ines.tests(hook).then().statusCode(409).body("code", equalTo("webhook-queue-full"));
        await().until(() ->
                given.sql().<Long>one("SELECT count(*) FROM webhook_delivery WHERE attempted_at IS NOT NULL") == 1);
        given.sql().change("UPDATE webhook_delivery SET state = 'FAILED'");
        ines.resendsFailed(hook, "2020-01-01T00:00:00Z").then().body("resent", equalTo(30));
    }
}
