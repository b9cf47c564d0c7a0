package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.Test;

/** booking-service dies in the middle of a storm of bookings, as when the power fails. */
class CrashIT {

    private static final int KILLED_AFTER = 40;

    @Test
    void what_was_answered_is_there_after_a_crash_and_retries_end_the_same() throws Exception {
        Teaching block = Teaching.publish(4, 500);
        Crowd.members();
        Map<Integer, String> keys = Crowd.members().stream()
                .collect(Collectors.toMap(
                        Crowd.Member::number, member -> UUID.randomUUID().toString()));
        Map<Integer, String> answered = new ConcurrentHashMap<>();
        CountDownLatch some = new CountDownLatch(KILLED_AFTER);
        Service bookings = House.platform().service("booking-service");
        Thread assassin = new Thread(() -> {
            await(some);
            bookings.kill();
        });
        assassin.start();

        Crowd.atOnce(member -> {
            String booking = tryToBook(member, keys.get(member.number()), block);
            if (booking != null) {
                answered.put(member.number(), booking);
                some.countDown();
            }
            return booking;
        });
        assassin.join();
        assertThat(answered.size()).as("killed in the middle").isBetween(KILLED_AFTER, Crowd.CARERS - 1);

        bookings.start();
        bookings.awaitHealthy();

        answered.forEach((number, booking) -> Crowd.members()
                .get(number)
                .carer()
                .asks()
                .get("/api/bookings/v1/bookings/" + booking)
                .then()
                .statusCode(200));
        assertThat(block.taken()).isEqualTo(block.places());
        assertThat(block.taken()).allSatisfy(taken -> assertThat(taken).isGreaterThanOrEqualTo(answered.size()));

        List<String> retried = Crowd.atOnce(member -> tryToBook(member, keys.get(member.number()), block));

        assertThat(retried).doesNotContainNull().doesNotHaveDuplicates();
        answered.forEach((number, booking) -> assertThat(retried.get(number)).isEqualTo(booking));
        assertThat(block.taken()).containsOnly((long) Crowd.CARERS);
        assertThat(block.places()).containsOnly((long) Crowd.CARERS);
    }

    /** The booking's id, or null when there was no answer that says so. */
    private static String tryToBook(Crowd.Member member, String key, Teaching block) {
        Response answer = member.carer().book(key, "blockId", block.blockId(), List.of(member.firstChild()));
        if (answer.statusCode() == 201) {
            return answer.path("id");
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        return null;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the storm never came up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
