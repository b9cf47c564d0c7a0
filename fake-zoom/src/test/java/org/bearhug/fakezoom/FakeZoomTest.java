package org.bearhug.fakezoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeZoomTest {

    private static final String MEETING =
            "{\"topic\":\"T\",\"type\":2,\"start_time\":\"2036-01-01T10:00:00Z\",\"duration\":60,\"timezone\":\"UTC\","
                    + "\"settings\":{\"approval_type\":0}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeZoom zoom;
    private String token;

    @BeforeEach
    void start() throws Exception {
        zoom = FakeZoom.start("localhost", 0);
        HttpResponse<String> answer = send(request("/oauth/token")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("a:b".getBytes()))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=account_credentials&account_id=c")));
        token = Call.JSON.readTree(answer.body()).path("access_token").asText();
    }

    @AfterEach
    void stop() {
        zoom.close();
    }

    @Test
    void a_meeting_is_remembered_and_its_link_leads_into_the_class() throws Exception {
        JsonNode made = json(call("POST", "/v2/users/ines/meetings", MEETING));
        JsonNode registrant = json(call(
                "POST",
                "/v2/meetings/" + made.path("id") + "/registrants",
                "{\"email\":\"a@b.c\",\"first_name\":\"A\"}"));

        for (String link : new String[] {
            made.path("join_url").asText(), registrant.path("join_url").asText()
        }) {
            assertThat(send(HttpRequest.newBuilder(URI.create(link))).body()).contains("You are in the class");
        }
        assertThat(send(HttpRequest.newBuilder(URI.create(made.path("start_url").asText())))
                        .body())
                .contains("You are the host");
        assertThat(call("DELETE", "/v2/meetings/" + made.path("id"), "").statusCode())
                .isEqualTo(204);
        assertThat(call("GET", "/v2/meetings/" + made.path("id"), "").body()).contains("3001");
        assertThat(send(HttpRequest.newBuilder(URI.create(made.path("join_url").asText())))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_is_taken_off_the_list_comes_in_no_more() throws Exception {
        JsonNode made = json(call("POST", "/v2/users/ines/meetings", MEETING));
        String registrants = "/v2/meetings/" + made.path("id") + "/registrants";
        JsonNode registrant = json(call("POST", registrants, "{\"email\":\"a@b.c\",\"first_name\":\"A\"}"));

        call("DELETE", registrants + "/" + registrant.path("registrant_id").asText(), "");

        assertThat(send(HttpRequest.newBuilder(
                                URI.create(registrant.path("join_url").asText())))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_cut_answer_leaves_the_meeting_behind() throws Exception {
        send(request("/fake/faults")
                .POST(HttpRequest.BodyPublishers.ofString("{\"fault\":\"CUT_AFTERWARDS\",\"call\":\"POST /v2/\"}")));

        assertThatThrownBy(() -> call("POST", "/v2/users/ines/meetings", MEETING))
                .isInstanceOf(IOException.class);

        assertThat(json(call("GET", "/v2/users/ines/meetings?type=scheduled", ""))
                        .path("meetings"))
                .hasSize(1);
    }

    @Test
    void a_host_has_a_hundred_creates_and_updates_in_a_day() throws Exception {
        for (int n = 0; n < 100; n++) {
            assertThat(call("POST", "/v2/users/ines/meetings", MEETING).statusCode())
                    .isEqualTo(201);
        }

        HttpResponse<String> refused = call("POST", "/v2/users/ines/meetings", MEETING);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").orElse("")).endsWith("T00:00:00Z");
        assertThat(call("POST", "/v2/users/noor/meetings", MEETING).statusCode())
                .isEqualTo(201);
    }

    @Test
    void without_a_token_nothing_is_done() throws Exception {
        token = "none";

        assertThat(call("POST", "/v2/users/ines/meetings", MEETING).statusCode())
                .isEqualTo(401);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(zoom.address() + path));
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isBetween(200, 201);
        return Call.JSON.readTree(answer.body());
    }
}
