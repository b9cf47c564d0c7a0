package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.LogLines;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens in an instructor's classes is told to that instructor's programs: signed, thin, and to nobody else. */
@QuarkusTest
class WebhookEventsTest extends WebhookWorld {

    private final Carer cara = new Carer(UUID.randomUUID(), "Xaverine Lindqvist");
    private TaughtBlock block;
    private UUID mia;
    private UUID ben;

    @BeforeEach
    void a_class() {
        cara.known();
        block = given.block().ofSessions(2).by(ines.id()).published();
        mia = cara.child("Ottokarina", 10);
        ben = cara.child("Ben", 10);
        given.known(mia, ben);
    }

    @Test
    void a_booking_is_told_once_and_place_by_place_with_ids_alone() throws Exception {
        Integrator.Hook hook = ines.listens(receiver);

        JsonPath booking = book(mia, ben);

        await().until(() -> receiver.heard().size() >= 7);
        assertThat(receiver.types())
                .containsExactlyInAnyOrder(
                        "booking.confirmed",
                        "place.confirmed",
                        "place.confirmed",
                        "place.confirmed",
                        "place.confirmed",
                        "seats.changed",
                        "seats.changed");
        assertThat(receiver.ids()).doesNotHaveDuplicates();
        JsonNode told = heard("booking.confirmed").get(0);
        assertThat(told.path("timestamp").asText()).isEqualTo(Given.A_WEEK_BEFORE.toString());
        assertThat(told.path("data").path("bookingId").asText()).isEqualTo(booking.getString("id"));
        assertThat(told.path("data").path("blockId").asText())
                .isEqualTo(block.id().toString());
        assertThat(heard("place.confirmed").stream()
                        .map(place -> place.path("data").path("placeId").asText()))
                .containsExactlyInAnyOrderElementsOf(booking.getList("places.id"));
        assertThat(heard("seats.changed").get(0).path("data").path("seatsLeft").asInt())
                .isEqualTo(10);
        for (Receiver.Heard message : receiver.heard()) {
            assertThat(message.isSignedBy(hook.secret())).isTrue();
            assertThat(message.header("webhook-timestamp"))
                    .isEqualTo(String.valueOf(Given.A_WEEK_BEFORE.getEpochSecond()));
            assertThat(message.body())
                    .hasSizeLessThan(500)
                    .doesNotContain(
                            "Xaverine", "Ottokarina", mia.toString(), cara.id().toString());
        }
        await().until(() -> ines.deliveries(hook).getList("items.state"), all -> all.stream()
                .allMatch("DELIVERED"::equals));
    }

    @Test
    void a_cancelled_booking_an_absence_and_a_line_are_told() {
        ines.listens(receiver, "booking.cancelled", "place.released", "waitlist.changed");
        JsonPath booking = book(mia);
        String other = book(ben).getString("id");

        cara.absent(booking.getString("places[0].id")).then().statusCode(200);
        cara.cancel(other).then().statusCode(200);

        await().until(() -> receiver.types().contains("booking.cancelled"));
        await().until(() -> heard("place.released").size() == 3);
        assertThat(heard("booking.cancelled")).singleElement().satisfies(told -> assertThat(
                        told.path("data").path("bookingId").asText())
                .isEqualTo(other));
        assertThat(heard("place.released").stream()
                        .map(told -> told.path("data").path("reason").asText()))
                .containsExactlyInAnyOrder("ABSENCE", "BOOKING_CANCELLED", "BOOKING_CANCELLED");
    }

    @Test
    void a_family_in_line_is_told_of() {
        TaughtBlock full = given.block().ofSessions(1).seats(1).by(ines.id()).published();
        cara.bookBlock(full.id(), mia).then().statusCode(201);
        ines.listens(receiver, "waitlist.changed");

        String entry =
                cara.waitFor(full.id(), ben).then().statusCode(201).extract().path("id");

        await().until(() -> !receiver.heard().isEmpty());
        JsonNode data = receiver.heard().get(0).json().path("data");
        assertThat(data.path("waitlistEntryId").asText()).isEqualTo(entry);
        assertThat(data.path("courseId").asText()).isEqualTo(full.courseId().toString());
        assertThat(data.path("state").asText()).isEqualTo("WAITING");
    }

    @Test
    void changed_and_cancelled_sessions_are_told_and_drafts_are_not() {
        TestClock.reset();
        TaughtBlock draft = given.block().ofSessions(1).by(ines.id()).drafted();
        ines.listens(receiver, "session.changed", "session.cancelled");

        draft.changed(0, 2, Map.of("published", false));
        block.changed(0, 2, Map.of("capacity", 9));
        block.changed(1, 2, Map.of("state", "CANCELLED"));

        await().until(() -> receiver.heard().size() == 2);
        assertThat(receiver.types()).containsExactlyInAnyOrder("session.changed", "session.cancelled");
        JsonNode data = heard("session.cancelled").get(0).path("data");
        assertThat(data.path("sessionId").asText()).isEqualTo(block.session(1).toString());
        assertThat(data.path("blockId").asText()).isEqualTo(block.id().toString());
        assertThat(data.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void other_instructors_and_those_who_chose_other_events_hear_nothing() {
        try (Receiver noors = new Receiver();
                Receiver choosy = new Receiver();
                Receiver off = new Receiver()) {
            Integrator.Hook deaf = ines.listens(off);
            ines.changes(deaf, Map.of("enabled", false)).then().statusCode(200);
            ines.listens(choosy, "session.cancelled");
            Integrator.fresh().listens(noors);
            ines.listens(receiver, "booking.confirmed");

            book(mia);

            await().until(() -> receiver.heard().size() == 1);
            assertThat(given.sql().<Long>one("SELECT count(*) FROM webhook_delivery"))
                    .isEqualTo(1);
            assertThat(noors.heard()).isEmpty();
            assertThat(choosy.heard()).isEmpty();
            assertThat(off.heard()).isEmpty();
        }
    }

    @Test
    void what_happened_before_somebody_listened_is_not_told() {
        book(mia);
        TestClock.set(Given.A_WEEK_BEFORE.plusSeconds(1));
        ines.listens(receiver, "booking.confirmed");

        String second = book(ben).getString("id");

        await().until(() -> !receiver.heard().isEmpty());
        assertThat(heard("booking.confirmed")).singleElement().satisfies(told -> assertThat(
                        told.path("data").path("bookingId").asText())
                .isEqualTo(second));
    }

    @Test
    void neither_secret_nor_address_nor_message_stands_in_the_log() {
        try (LogLines log = LogLines.read();
                Receiver broken = new Receiver().answers(500)) {
            Integrator.Hook hook = ines.listens(receiver);
            ines.listens(broken);
            ines.makes(Map.of("url", "https://unknown.example.org/hook?key=wordofmouth"))
                    .then()
                    .statusCode(201);
            String fresh = ines.rotates(hook);
            book(mia);

            await().until(() ->
                    given.sql().<Long>one("SELECT count(*) FROM webhook_delivery WHERE attempted_at IS NULL") == 0);

            assertThat(log.text())
                    .doesNotContain(hook.secret().substring(6), fresh.substring(6), "wordofmouth", "whsec_", "v1,")
                    .doesNotContain(receiver.address(), "bookingId");
        }
    }

    private JsonPath book(UUID... children) {
        return cara.bookBlock(block.id(), children)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private List<JsonNode> heard(String type) {
        return receiver.heard().stream()
                .filter(message -> message.type().equals(type))
                .map(Receiver.Heard::json)
                .toList();
    }
}
