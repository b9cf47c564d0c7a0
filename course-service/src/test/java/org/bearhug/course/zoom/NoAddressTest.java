package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.testing.Person.INES;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bearhug.fakezoom.Fault;
import org.bearhug.testing.Tokens;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No address of Zoom's, and no token, leaves by any other way than the redirect of who starts or joins. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class NoAddressTest {

    private static final Logger ROOT = Logger.getLogger("");
    private static final String OUR_OWN = "org.bearhug.course.zoom.NoAddressTest";

    @Inject
    ZoomScene scene;

    private final Ear ear = new Ear();

    @BeforeEach
    void begin() {
        scene.begin();
        ROOT.addHandler(ear);
    }

    @AfterEach
    void end() {
        ROOT.removeHandler(ear);
    }

    @Test
    void it_is_in_no_answer_no_problem_no_fact_no_table_and_no_log() {
        List<Response> answers = new ArrayList<>();
        String session = scene.block(1).get(0);
        ZoomStage.fault(Fault.CUT_AFTERWARDS, "POST /v2/users/");
        scene.work();
        scene.later(java.time.Duration.ofMinutes(2));
        scene.work();
        String path = "/v1/sessions/" + session;
        answers.add(as(INES).get(path));
        answers.add(as(INES).get("/v1/sessions?block=" + as(INES).get(path).path("blockId")));
        answers.add(as(INES).get("/v1/blocks/" + as(INES).get(path).path("blockId")));
        answers.add(as(INES).get("/v1/me/zoom-connection"));
        answers.add(change(INES, path, "capacity", 0));
        ZoomStage.fault(Fault.REFUSED, "PATCH ");
        answers.add(change(INES, path, "localStart", "2027-01-08T11:30:00"));
        scene.work();
        answers.add(as(INES).get("/v1/me/zoom-connection"));
        ZoomStage.fault(Fault.REFUSED, "POST /v2/meetings/");
        answers.add(wayIn(session));
        ZoomStage.fault(Fault.CUT_AFTERWARDS, "POST /v2/meetings/");
        answers.add(wayIn(session));
        answers.add(wayIn(session));
        answers.add(as(Tokens.ofService("booking-service", "events:read")).get("/events?limit=1000"));
        ZoomStage.fault(Fault.BROKEN, "GET /v2/meetings/");
        answers.add(as(INES).redirects().follow(false).get(path + "/start"));
        String started = as(INES).redirects().follow(false).get(path + "/start").header("Location");
        ROOT.log(Level.INFO, OUR_OWN);

        String joined = scene.link(session);
        String registered =
                ZoomStage.meetings().get(0).at("/registrants/0/joinUrl").asText();
        List<String> secrets =
                List.of(query(started), query(joined), query(registered), "/j/" + id(session), "/s/" + id(session));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.asString() + answer.headers())
                .doesNotContain(secrets)
                .doesNotContain("access-"));
        assertThat(ear.lines)
                .anyMatch(line -> line.contains(OUR_OWN))
                .anyMatch(line -> line.contains("status 400, code 300"))
                .noneMatch(line -> secrets.stream().anyMatch(line::contains));
        assertThat(ear.lines).noneMatch(line -> line.contains("access-") || line.contains("refresh-"));
        for (String table :
                List.of("outbox", "meeting", "zoom_meeting", "zoom_way_in", "zoom_connection", "idempotency_record")) {
            for (String secret : secrets) {
                assertThat(scene.sql()
                                .<Long>one(
                                        "SELECT count(*) FROM " + table + " t WHERE position(? IN t::text) > 0",
                                        secret))
                        .as("%s in %s", secret, table)
                        .isZero();
            }
        }
    }

    private Object id(String session) {
        return scene.row(session).get("zoom_id");
    }

    private static String query(String address) {
        return address.substring(address.indexOf('?') + 1);
    }

    private static Response wayIn(String session) {
        return as(Tokens.ofService("booking-service", "meetings:join"))
                .body(Map.of("placeId", new UUID(7, 7)))
                .post("/v1/sessions/" + session + "/ways-in");
    }

    /** Hears every line as it would be written, with its stack trace. */
    private static final class Ear extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
