package org.bearhug.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A carer's classes as other programs see them. */
@QuarkusTest
class CalendarTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private TaughtBlock block;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        block = given.block().ofSessions(4).published();
    }

    @Test
    void the_classes_stand_in_it_with_their_wall_times_on_both_sides_of_the_clock_change() throws Exception {
        cara.bookBlock(block.id(), cara.child("Mia", 10)).then().statusCode(201);

        Response answer = read(subscribe());
        answer.then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/calendar;charset=UTF-8"))
                .header("Cache-Control", "private, max-age=300")
                .header("Referrer-Policy", "no-referrer");

        // 10, 17, 24 and 31 March 2031; the clocks change on the 30th.
        assertThat(text(answer))
                .contains(
                        "DTSTART;TZID=Europe/London:20310324T100000",
                        "DTSTART;TZID=Europe/London:20310331T100000",
                        "DTEND;TZID=Europe/London:20310331T110000",
                        "BEGIN:VTIMEZONE")
                .doesNotContain("Mia", "zoom");
        List<VEvent> events = parsed(answer).getComponents(Component.VEVENT);
        assertThat(events).hasSize(4).allSatisfy(event -> {
            assertThat(event.getSummary().getValue()).isEqualTo("Baby massage for beginners");
            assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
            assertThat(event.getUrl().getValue()).endsWith("/my-classes");
        });
        assertThat(events)
                .extracting(event -> ZonedDateTime.from(event.getDateTimeStart().getDate())
                        .toInstant()
                        .toString())
                .containsExactly(
                        "2031-03-10T10:00:00Z", "2031-03-17T10:00:00Z", "2031-03-24T10:00:00Z", "2031-03-31T09:00:00Z");
        assertThat(parsed(answer).validate().hasErrors()).isFalse();
    }

    @Test
    void what_is_cancelled_or_given_up_stays_and_says_so() throws Exception {
        String booking = cara.bookBlock(block.id(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String token = subscribe();
        int before = sequence(read(token), 0);

        block.changed(0, 2, Map.of("state", "CANCELLED"));
        await().untilAsserted(() ->
                assertThat(states(read(token))).containsExactly("CANCELLED", "CONFIRMED", "CONFIRMED", "CONFIRMED"));
        assertThat(sequence(read(token), 0)).isGreaterThan(before);
        cara.cancel(booking).then().statusCode(200);

        assertThat(states(read(token))).containsOnly("CANCELLED");
    }

    @Test
    void it_is_read_again_only_when_something_has_changed() {
        cara.bookBlock(block.id(), cara.child("Mia", 10)).then().statusCode(201);
        String token = subscribe();
        String tag = read(token).header("ETag");

        read(token, tag).then().statusCode(304);
        block.changed(1, 2, Map.of("title", "Baby yoga"));
        read(token, tag).then().statusCode(200);
    }

    @Test
    void both_carers_of_a_child_see_its_classes_and_siblings_share_one_event() throws Exception {
        Carer omar = Carer.fresh();
        UUID mia = cara.child("Mia", 10);
        UUID ben = cara.child("Ben", 10);
        cara.share(mia, "Mia", 10, 2, cara.id(), omar.id());
        given.known(mia, 2);
        cara.bookSession(block.session(0), mia, ben).then().statusCode(201);

        assertThat(states(read(subscribe()))).hasSize(1);
        assertThat(states(read(token(omar)))).hasSize(1);
        assertThat(states(read(token(Carer.fresh())))).isEmpty();
    }

    @Test
    void an_address_is_as_good_as_its_last_renewal_and_ends_when_told_or_with_the_person() {
        String first = subscribe();
        String second = subscribe();

        read(first).then().statusCode(404).body("code", equalTo("not-found"));
        read(second).then().statusCode(200);
        cara.asks().delete("/v1/me/calendar").then().statusCode(204);
        cara.asks().delete("/v1/me/calendar").then().statusCode(204);
        read(second).then().statusCode(404);

        String third = subscribe();
        cara.erased(2);
        await().until(() -> given.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", cara.id()) != null);
        read(third).then().statusCode(404);
        read(subscribe()).then().statusCode(404);
    }

    @Test
    void the_token_is_kept_nowhere() {
        String token = cara.asks()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/me/calendar")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .path("url");
        String secret = token.substring(token.lastIndexOf('/') + 1, token.lastIndexOf('.'));

        for (String table : List.of("calendar", "idempotency_record", "outbox")) {
            assertThat(given.sql().rows("SELECT t::text FROM " + table + " t").toString())
                    .doesNotContain(secret);
        }
    }

    @Test
    void lines_are_no_longer_than_75_bytes_and_no_letter_is_cut_in_two() throws Exception {
        String title = "Bäbymassage 👶🏽 für Anfänger; ".repeat(6).strip();
        block.changed(0, 2, Map.of("title", title));
        cara.bookSession(block.session(0), cara.child("Mia", 10)).then().statusCode(201);

        Response answer = read(subscribe());

        assertThat(text(answer).split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        VEvent event = (VEvent) parsed(answer).getComponent(Component.VEVENT).orElseThrow();
        assertThat(event.getSummary().getValue()).isEqualTo(title);
    }

    private String subscribe() {
        return token(cara);
    }

    private static String token(Carer carer) {
        String url = carer.asks()
                .post("/v1/me/calendar")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        assertThat(url).contains("/api/bookings/v1/calendar/");
        return url.substring(url.indexOf("/v1/calendar/"));
    }

    private static Response read(String path) {
        return read(path, "\"none\"");
    }

    private static Response read(String path, String known) {
        return Carer.nobody().header("If-None-Match", known).get(path);
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static Calendar parsed(Response answer) throws Exception {
        return new CalendarBuilder().build(new StringReader(text(answer)));
    }

    private static List<String> states(Response answer) throws Exception {
        return parsed(answer).<VEvent>getComponents(Component.VEVENT).stream()
                .map(event -> event.getStatus().getValue())
                .toList();
    }

    private static int sequence(Response answer, int nth) throws Exception {
        return parsed(answer)
                .<VEvent>getComponents(Component.VEVENT)
                .get(nth)
                .getSequence()
                .getSequenceNo();
    }
}
