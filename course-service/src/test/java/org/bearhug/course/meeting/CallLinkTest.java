package org.bearhug.course.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bearhug.course.Facts;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CallLinkTest {

    private static final String SENTINEL = "sentinel-4711-do-not-tell";
    private static final String LINK = "https://calls.example/j/123?pwd=" + SENTINEL;

    @Inject
    AgroalDataSource database;

    @Inject
    Seal seal;

    private Facts facts;

    @BeforeEach
    void listen() {
        facts = Facts.fromNowOn();
    }

    @Test
    void a_link_goes_out_sealed_for_its_session_alone() {
        Response made = unfold(INES, course(INES, "Linked"), block("callLink", LINK));
        made.then().statusCode(201).body("sessions.meeting", everyItem(equalTo("READY")));
        List<String> sessions = made.path("sessions.id");

        for (String session : sessions) {
            Map<String, Object> told = facts.state("meeting.changed", session);
            assertThat(told).containsEntry("sessionId", session).containsEntry("state", "READY");
            assertThat(seal.open((String) told.get("sealedLink"), "call-link:" + session))
                    .isEqualTo(LINK);
        }
    }

    @Test
    void a_link_is_changed_and_taken_away_in_growing_versions() {
        String block =
                unfold(INES, course(INES, "Relinked"), block("callLink", LINK)).path("id");
        String session = as(INES).get("/v1/blocks/" + block).path("sessions[0].id");
        String path = "/v1/sessions/" + session;

        change(INES, path, "callLink", LINK + "2").then().body("meeting", equalTo("READY"));
        change(INES, path, "capacity", 9).then().body("meeting", equalTo("READY"));
        change(INES, "/v1/blocks/" + block, "callLink", null)
                .then()
                .body("sessions.meeting", everyItem(equalTo("NONE")));

        List<Map<String, Object>> told = facts.about(session).stream()
                .filter(fact -> fact.get("type").equals("meeting.changed"))
                .toList();
        assertThat(told).extracting("version").containsExactly(1, 2, 3);
        assertThat(facts.state("meeting.changed", session)).isEqualTo(Map.of("sessionId", session, "state", "NONE"));
    }

    @Test
    void the_address_is_in_no_answer_no_fact_no_table_and_no_log() {
        List<String> log = new ArrayList<>();
        Handler ear = new Ear(log);
        Logger.getLogger("").addHandler(ear);
        Logger.getLogger("here").warning("this is heard");
        List<Response> answers = new ArrayList<>();
        try {
            String course = course(INES, "Silent");
            Response made = unfold(INES, course, block("callLink", LINK));
            answers.add(made);
            String block = "/v1/blocks/" + made.path("id");
            String session = "/v1/sessions/" + made.path("sessions[0].id");
            answers.add(unfold(INES, course, block("callLink", LINK.replace("https", "http"))));
            answers.add(unfold(INES, course, block("callLink", List.of(LINK))));
            answers.add(unfold(INES, course, block("callLink", LINK, "capacity", 0)));
            answers.add(as(INES).header("Idempotency-Key", UUID.randomUUID())
                    .body(block("callLink", LINK))
                    .post("/v1/courses/" + course + "/blocks"));
            answers.add(change(INES, block, "callLink", LINK));
            answers.add(change(INES, session, "callLink", LINK));
            answers.add(as(INES).get(block));
            answers.add(as(INES).get(session));
            answers.add(as(INES).get("/v1/sessions?block=" + made.path("id")));
            answers.add(as(INES).get("/v1/courses/" + course + "/blocks"));
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(answer.asString() + answer.headers()).doesNotContain(SENTINEL);
        });
        assertThat(log).anyMatch(line -> line.contains("this is heard")).noneMatch(line -> line.contains(SENTINEL));
        for (String table : List.of("outbox", "meeting", "session", "block", "idempotency_record")) {
            assertThat(new Sql(database)
                            .<Long>one(
                                    "SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%' || ? || '%'",
                                    SENTINEL))
                    .as(table)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://calls.example/j",
                "javascript:alert(1)",
                "https://",
                "https:///j",
                "//calls.example",
                "calls.example",
                "https://me:secret@calls.example/",
                "https://calls.example/a b",
                "",
                "https://calls.example\n/x"
            })
    void only_an_https_address_is_taken(String link) {
        unfold(INES, course(INES, "Strict"), block("callLink", link))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/callLink"));
    }

    private static final class Ear extends Handler {
        private final List<String> lines;

        Ear(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public synchronized void publish(LogRecord line) {
            lines.add(
                    line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()) + " " + line.getThrown());
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
