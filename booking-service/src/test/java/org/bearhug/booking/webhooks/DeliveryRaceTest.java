package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.bearhug.booking.Given;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances take deliveries at once: each goes to one of them, and an endpoint gets no more than its two. */
@QuarkusTest
class DeliveryRaceTest {

    private static final int ENDPOINTS = 40;

    private static final String DUE =
            "SELECT id FROM webhook_delivery WHERE state = 'WAITING' AND due_at <= now() LIMIT 100";

    @Inject
    Given given;

    @Inject
    DeliveryTray tray;

    /** With the time of the real clock, at addresses that nobody looks up; the service's own sender takes part. */
    @BeforeEach
    void much_to_deliver() {
        TestClock.reset();
        given.sql()
                .change(
                        """
                        WITH e AS (
                            INSERT INTO webhook_endpoint (instructor_id, url, types, enabled, listens_since, created_at, version)
                            SELECT uuidv7(), 'https://nobody.example.org/', '{}', true, now(), now(), 0
                              FROM generate_series(1, ?) RETURNING id)
                        INSERT INTO webhook_delivery (endpoint_id, type, data, occurred_at, queued_at, due_at)
                        SELECT id, 'webhook.test', '{}', now(), now(), now() FROM e, generate_series(1, 5)""",
                        ENDPOINTS);
    }

    @AfterEach
    void drop_endpoints() {
        given.sql().change("DELETE FROM webhook_endpoint");
    }

    @Test
    void each_delivery_is_taken_by_one_instance() {
        List<UUID> taken = Race.of(4, i -> () -> takenIds()).stream()
                .flatMap(Collection::stream)
                .toList();

        assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
        assertThat(given.sql()
                        .rows(
                                """
                                SELECT endpoint_id FROM webhook_delivery WHERE taken_until > now()
                                 GROUP BY endpoint_id HAVING count(*) > ?""",
                                DeliveryTray.AT_ONCE_EACH))
                .isEmpty();
    }

    private List<UUID> takenIds() {
        List<UUID> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tray.take(10).forEach(delivery -> taken.add(delivery.id()));
        }
        return taken;
    }

    @Test
    void taking_without_the_lock_takes_twice() {
        CyclicBarrier looked = new CyclicBarrier(4);

        List<UUID> taken = Race.of(4, i -> () -> takenNaively(looked)).stream()
                .flatMap(Collection::stream)
                .toList();

        assertThat(taken.stream().distinct().count()).isLessThan(taken.size());
    }

    /** Looks, and then takes what it saw. */
    private List<UUID> takenNaively(CyclicBarrier looked) throws Exception {
        List<Map<String, Object>> due = given.sql().rows(DUE);
        looked.await();
        List<UUID> taken = due.stream().map(row -> (UUID) row.get("id")).toList();
        taken.forEach(id -> given.sql()
                .change("UPDATE webhook_delivery SET taken_until = now() + interval '1 minute' WHERE id = ?", id));
        return taken;
    }
}
