package org.bearhug.booking.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.LogLines;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where Zoom has private ways in, each place gets its own; where it has none or is away, nobody stays outside. */
@QuarkusTest
class PrivateWayTest {

    private static final String SHARED = "https://zoom.test/j/84512345678?pwd=c2VjcmV0";
    private static final String OWN = "https://zoom.test/j/84512345678?tk=cHJpdmF0ZQ";

    @Inject
    Given given;

    @Inject
    Seal seal;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;
    private String place;

    @BeforeEach
    void a_place_in_a_class_with_private_ways_in() {
        given.a_week_before();
        block = given.block().ofSessions(1).published();
        place = cara.bookBlock(block.id(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("places[0].id");
        TestClock.set(Given.FIRST_START);
        told(1, true);
    }

    @AfterEach
    void reset() {
        FakeCourses.is("without");
    }

    @Test
    void each_place_has_a_way_of_its_own_and_is_asked_for_by_nothing_but_its_id() {
        FakeCourses.is(sealed(OWN));

        join().statusCode(303).header("Location", OWN).header("Cache-Control", "no-store");

        assertThat(FakeCourses.asked())
                .isEqualTo("[POST /v1/sessions/" + block.session(0) + "/ways-in {\"placeId\":\"" + place + "\"}]");
        assertThat(given.sql().rows("SELECT w::text AS row FROM way_in w").toString())
                .doesNotContain("zoom.test");
    }

    @Test
    void while_nobody_can_be_asked_the_last_known_way_is_used() {
        FakeCourses.is(sealed(OWN));
        join().statusCode(303);

        for (String mood : new String[] {"away", "silent"}) {
            FakeCourses.is(mood);
            join().statusCode(303).header("Location", OWN);
        }
    }

    @Test
    void without_a_last_known_way_the_shared_one_is_used() {
        for (String mood : new String[] {"away", "silent", "without"}) {
            FakeCourses.is(mood);
            join().statusCode(303).header("Location", SHARED);
        }
    }

    @Test
    void a_way_into_a_meeting_that_is_not_any_more_is_not_used() {
        FakeCourses.is(sealed(OWN));
        join().statusCode(303);
        told(2, true);

        FakeCourses.is("away");
        join().statusCode(303).header("Location", SHARED);
    }

    @Test
    void who_is_known_to_have_given_the_place_back_stays_outside() {
        FakeCourses.is("released");

        join().statusCode(410).body("code", equalTo("place-released"));
    }

    @Test
    void nobody_is_asked_for_a_link_that_the_instructor_gave() {
        told(2, false);
        FakeCourses.is("away");

        join().statusCode(303).header("Location", SHARED);
        assertThat(FakeCourses.asked()).isEqualTo("[]");
    }

    @Test
    void the_log_never_tells_a_private_way() {
        try (LogLines log = LogLines.read()) {
            FakeCourses.is(sealed(OWN));
            join().statusCode(303);
            FakeCourses.is(seal.close(OWN, "way-in:" + UUID.randomUUID()));
            join().statusCode(500);
            FakeCourses.is("away");
            join();

            assertThat(log.text()).contains("private way").doesNotContain("zoom.test", "cHJpdmF0ZQ");
        }
    }

    private String sealed(String link) {
        return seal.close(link, "way-in:" + place);
    }

    private void told(long version, boolean privateWays) {
        Neighbours.publish(
                "course-service",
                "meeting.changed",
                block.session(0),
                version,
                Map.of(
                        "sessionId",
                        block.session(0),
                        "state",
                        "READY",
                        "sealedLink",
                        seal.close(SHARED, "call-link:" + block.session(0)),
                        "privateWays",
                        privateWays));
        await().until(() -> Long.valueOf(version)
                .equals(given.sql().one("SELECT version FROM meeting WHERE session_id = ?", block.session(0))));
    }

    private ValidatableResponse join() {
        return cara.asks()
                .redirects()
                .follow(false)
                .get("/v1/places/" + place + "/join")
                .then();
    }
}
