package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bearhug.booking.Given;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.Test;

/** What does not arrive is tried again and again, until it arrives, or it is clear that nobody listens any more. */
@QuarkusTest
class WebhookRetryTest extends WebhookWorld {

    @Inject
    MockMailbox mailbox;

    @Inject
    ForgottenEndpoints forgotten;

    @Inject
    DeliverySender sender;

    private Instant now = Given.A_WEEK_BEFORE;

    private void after(Duration pause) {
        now = now.plus(pause);
        TestClock.set(now);
        sender.wake(new DeliveryQueued());
    }

    /** Until so many tries are written down. */
    private JsonPath attempted(Integrator.Hook hook, int attempts) {
        await().until(() -> given.sql()
                        .<Long>one(
                                "SELECT count(*) FROM webhook_delivery WHERE endpoint_id = ?::uuid AND attempts = ?"
                                        + " AND taken_until IS NULL",
                                hook.id(),
                                attempts)
                == 1);
        return ines.deliveries(hook);
    }

    @Test
    void ten_tries_over_three_days_carry_one_id_and_then_the_endpoint_is_off_and_its_instructor_told()
            throws Exception {
        known();
        receiver.answers(500);
        Integrator.Hook hook = ines.listens(receiver);
        String id = ines.tests(hook).path("id");

        for (int nth = 1; nth <= RetrySchedule.PAUSES.size(); nth++) {
            Instant next = Instant.parse(attempted(hook, nth).getString("items[0].nextAttemptAt"));
            Duration pause = RetrySchedule.PAUSES.get(nth - 1);
            assertThat(Duration.between(now, next))
                    .isBetween(pause, pause.multipliedBy(11).dividedBy(10));
            ines.reads(hook)
                    .body("enabled", equalTo(true))
                    .body("failingSince", equalTo(Given.A_WEEK_BEFORE.toString()));
            after(Duration.between(now, next));
        }
        JsonPath last = attempted(hook, 10);

        assertThat(last.getString("items[0].state")).isEqualTo("FAILED");
        assertThat(last.getInt("items[0].responseStatus")).isEqualTo(500);
        assertThat(last.getString("items[0].nextAttemptAt")).isNull();
        assertThat(Set.copyOf(receiver.ids())).containsExactly(id);
        assertThat(receiver.heard()).hasSize(10).allMatch(heard -> signed(heard, hook));
        assertThat(receiver.heard().stream().map(heard -> heard.header("webhook-timestamp")))
                .doesNotHaveDuplicates();
        ines.reads(hook).body("enabled", equalTo(false)).body("disabledWhy", equalTo("FAILING"));
        assertThat(letter())
                .contains("localhost", "nothing has arrived there for days", "/teach/webhooks/" + hook.id())
                .doesNotContain(String.valueOf(receiver.port()));
    }

    @Test
    void what_arrives_at_last_is_delivered_and_the_endpoint_works() {
        receiver.next(500, Map.of(), "").next(302, Map.of("Location", "/elsewhere"), "");
        Integrator.Hook hook = ines.listens(receiver);
        ines.tests(hook).then().statusCode(202);

        attempted(hook, 1);
        ines.reads(hook).body("failingSince", notNullValue());
        after(Duration.ofSeconds(6));
        JsonPath redirected = attempted(hook, 2);
        after(Duration.ofMinutes(6));
        JsonPath arrived = attempted(hook, 3);

        assertThat(redirected.getString("items[0].state")).isEqualTo("WAITING");
        assertThat(redirected.getInt("items[0].responseStatus")).isEqualTo(302);
        assertThat(arrived.getString("items[0].state")).isEqualTo("DELIVERED");
        assertThat(receiver.heard()).hasSize(3);
        ines.reads(hook).body("failingSince", nullValue()).body("waiting", equalTo(0));
    }

    @Test
    void an_endpoint_that_asks_to_be_left_alone_gets_nothing_meanwhile() {
        receiver.next(429, Map.of("Retry-After", "120"), "")
                .next(503, Map.of("Retry-After", "Mon, 3 Mar 2031 10:12:00 GMT"), "");
        Integrator.Hook hook = ines.listens(receiver);
        ines.tests(hook).then().statusCode(202);

        assertThat(attempted(hook, 1).getString("items[0].nextAttemptAt"))
                .isEqualTo(now.plusSeconds(120).toString());
        ines.tests(hook).then().statusCode(202);
        after(Duration.ofSeconds(119));
        assertThat(receiver.heard()).hasSize(1);
        after(Duration.ofSeconds(1));

        await().until(() -> receiver.heard().size() == 3);
        Instant asked = Instant.parse("2031-03-03T10:12:00Z");
        await().until(() ->
                ines.deliveries(hook).<String>getList("items.nextAttemptAt").contains(asked.toString()));
    }

    @Test
    void who_is_gone_for_good_is_called_no_more_until_switched_on_again() {
        known();
        receiver.next(410, Map.of(), "");
        Integrator.Hook hook = ines.listens(receiver);
        String id = ines.tests(hook).path("id");

        assertThat(attempted(hook, 1).getString("items[0].state")).isEqualTo("FAILED");
        ines.reads(hook).body("enabled", equalTo(false)).body("disabledWhy", equalTo("GONE"));
        ines.resends(hook, id).then().statusCode(409).body("code", equalTo("webhook-endpoint-disabled"));
        assertThat(letter()).contains("gone for good");

        ines.changes(hook, Map.of("enabled", true)).then().statusCode(200).body("failingSince", nullValue());
        ines.resends(hook, id).then().statusCode(202);
        await().until(() -> receiver.ids().equals(List.of(id, id)));
    }

    @Test
    void what_an_instance_delivered_before_it_died_is_delivered_again_under_the_same_id() {
        Integrator.Hook hook = ines.listens(receiver);
        DyingOutcomes.dieOnce();
        String id = ines.tests(hook).path("id");
        await().until(DyingOutcomes::isDead);
        assertThat(ines.deliveries(hook).getString("items[0].state")).isEqualTo("WAITING");

        after(DeliveryTray.TAKEN_FOR);

        assertThat(attempted(hook, 2).getString("items[0].state")).isEqualTo("DELIVERED");
        assertThat(receiver.ids()).containsExactly(id, id);
    }

    @Test
    void a_name_that_leads_inside_is_not_called() {
        PlayedNames.know("inside.example.org", "93.184.216.34", "127.0.0.1");
        Integrator.Hook hook = ines.made("https://inside.example.org:8443/hook");

        ines.tests(hook).then().statusCode(202);

        assertThat(attempted(hook, 1).getString("items[0].problem")).isEqualTo("NO_PUBLIC_ADDRESS");
    }

    @Test
    void after_two_weeks_deliveries_are_forgotten() {
        Integrator.Hook hook = ines.listens(receiver);
        ines.tests(hook).then().statusCode(202);
        attempted(hook, 1);
        ines.rotates(hook);

        TestClock.set(now.plus(Duration.ofDays(14)));
        forgotten.forgetOld();
        assertThat(ines.deliveries(hook).getList("items")).hasSize(1);
        TestClock.set(now.plus(Duration.ofDays(14)).plusSeconds(1));
        forgotten.forgetOld();

        assertThat(ines.deliveries(hook).getList("items")).isEmpty();
        assertThat(given.sql().<Long>one("SELECT count(*) FROM webhook_secret WHERE endpoint_id = ?::uuid", hook.id()))
                .isEqualTo(1);
    }

    /** Where letters reach this instructor. */
    private void known() {
        Neighbours.publish(
                "user-service",
                "account.changed",
                ines.id(),
                1,
                Map.of("id", ines.id(), "name", "Ines", "email", ines.id() + "@bearhug.test"));
        await().until(() -> given.sql().one("SELECT 1 FROM carer WHERE id = ?", ines.id()) != null);
    }

    private String letter() {
        String address = ines.id() + "@bearhug.test";
        await().until(() -> mailbox.getMailsSentTo(address).size() == 1);
        Mail mail = mailbox.getMailsSentTo(address).get(0);
        assertThat(mail.getSubject()).isEqualTo("A webhook was switched off");
        return mail.getText();
    }

    private static boolean signed(Receiver.Heard heard, Integrator.Hook hook) {
        try {
            return heard.isSignedBy(hook.secret());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
