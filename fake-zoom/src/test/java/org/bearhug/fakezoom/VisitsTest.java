package org.bearhug.fakezoom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bearhug.fakes.Hmac;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever opens a way in of their own is in the call until they leave, and Zoom's listener hears of both. */
class VisitsTest {

    private static final String SECRET = "fake-zoom";

    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final MeetingBook book = new MeetingBook("http://localhost:1");
    private final Webhooks webhooks = new Webhooks(book);
    private final Pages pages = new Pages(book, new Visits(book, webhooks));
    private HttpServer listener;
    private Meeting meeting;

    @BeforeEach
    void a_meeting_and_somebody_who_listens() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String timestamp = call.getRequestHeaders().getFirst("x-zm-request-timestamp");
            signatures.add(call.getRequestHeaders().getFirst("x-zm-signature"));
            assertThat(signatures).last().isEqualTo("v0=" + Hmac.of(SECRET, "v0:" + timestamp + ":" + body));
            heard.add(Call.JSON.readTree(body));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        listener.start();
        webhooks.to("http://localhost:" + listener.getAddress().getPort(), SECRET);
        book.setClock(Instant.parse("2036-01-01T10:00:00Z"));
        meeting = book.add(
                "ines", Call.JSON.createObjectNode().put("topic", "T").put("start_time", "2036-01-01T10:00:00Z"));
    }

    @AfterEach
    void stop() {
        listener.stop(0);
    }

    @Test
    void coming_and_leaving_are_told_with_the_registrant_and_the_times() {
        Meeting.Registrant mia = meeting.register(
                Call.JSON.createObjectNode().put("email", "a@b.c").put("first_name", "Guest"));

        String page = get("?tk=" + mia.id()).body();
        book.setClock(Instant.parse("2036-01-01T10:40:00Z"));
        Reply left = leave("?tk=" + mia.id(), page);
        leave("?tk=" + mia.id(), page);

        assertThat(page).contains("You are in the class");
        assertThat(left.body()).contains("You have left");
        assertThat(heard)
                .extracting(message -> message.path("event").asText())
                .containsExactly("meeting.started", "meeting.participant_joined", "meeting.participant_left");
        JsonNode participant = heard.get(2).at("/payload/object/participant");
        assertThat(participant.path("registrant_id").asText()).isEqualTo(mia.id());
        assertThat(participant.path("join_time").asText()).isEqualTo("2036-01-01T10:00:00Z");
        assertThat(participant.path("leave_time").asText()).isEqualTo("2036-01-01T10:40:00Z");
        assertThat(signatures).doesNotContainNull();
    }

    @Test
    void of_the_shared_link_nobody_knows_who_uses_it() {
        assertThat(get("?pwd=1").body()).contains("You are in the class").doesNotContain("Leave");
        assertThat(heard).isEmpty();
    }

    @Test
    void a_listener_that_is_away_spoils_no_class() {
        Meeting.Registrant mia = meeting.register(Call.JSON.createObjectNode().put("email", "a@b.c"));
        listener.stop(0);

        assertThat(get("?tk=" + mia.id()).status()).isEqualTo(200);
        assertThat(book.log().lines()).contains("meeting.participant_joined UNHEARD");
    }

    private Reply get(String query) {
        return pages.answer(call("GET", query, ""));
    }

    private Reply leave(String query, String page) {
        Matcher user = Pattern.compile("value=\"(\\d+)\"").matcher(page);
        assertThat(user.find()).isTrue();
        return pages.answer(call("POST", query, "user=" + user.group(1)));
    }

    private Call call(String method, String query, String body) {
        URI address = URI.create("/j/" + meeting.id + query);
        String[] pair = address.getQuery().split("=");
        return new Call(method, address.getPath(), java.util.Map.of(pair[0], pair[1]), null, body);
    }
}
