package org.bearhug.course.zoom;

import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;

/** A platform with Zoom, and hands that do the worker's work when a test says so. */
@ApplicationScoped
public class ZoomScene {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Inject
    AgroalDataSource database;

    @Inject
    HostWork work;

    @Inject
    Seal seal;

    /** Nothing is planned, Zoom is empty and well, and both clocks show the same. */
    void begin() {
        for (String table : List.of("zoom_budget", "zoom_meeting", "zoom_rate", "zoom_connection", "scheduled_tasks")) {
            sql().change("DELETE FROM " + table);
        }
        sql().change("UPDATE zoom_host SET parked_until = NULL, sweep_at = ?::timestamptz", "2030-01-01T00:00:00Z");
        // What an earlier test has let Zoom do too late is not to befall this one.
        await().until(() -> ZoomStage.look("owed").path("calls").asInt() == 0);
        ZoomStage.tell("reset", Map.of());
        at(NOW);
    }

    void at(Instant instant) {
        TestClock.set(instant);
        ZoomStage.tell("clock", Map.of("now", instant.toString()));
    }

    void later(Duration by) {
        at(new TestClock().instant().plus(by));
    }

    Sql sql() {
        return new Sql(database);
    }

    /** A block of so many sessions whose meetings Zoom is to make; the ids of the sessions. */
    List<String> block(int sessions, Object... changes) {
        Map<String, Object> wish = org.bearhug.course.Teaching.block(changes);
        wish.put("sessions", sessions);
        return unfold(INES, course(INES, "Zoomed"), wish)
                .then()
                .statusCode(201)
                .extract()
                .path("sessions.id");
    }

    /** All hosts do what is due. */
    void work() {
        sql().rows("SELECT id FROM zoom_host ORDER BY id").forEach(row -> workFor((Integer) row.get("id")));
    }

    private void workFor(int host) {
        Instant next;
        do {
            next = work.takeTurn(host);
        } while (!next.isAfter(new TestClock().instant()));
    }

    /** As {@link #work}, with a look at all that Zoom has. */
    void sweep() {
        sql().change("UPDATE zoom_host SET sweep_at = '2020-01-01'");
        work();
    }

    String state(String session) {
        return as(INES).get("/v1/sessions/" + session).path("meeting");
    }

    /** So many creates and updates of each host are used up today. */
    void spent(int used) {
        sql().change(
                        "INSERT INTO zoom_budget SELECT id, ?, ? FROM zoom_host ON CONFLICT (host_id, day) DO UPDATE SET used = excluded.used",
                        java.time.LocalDate.of(2026, 11, 24),
                        used);
    }

    Map<String, Object> row(String session) {
        return sql().rows("SELECT * FROM zoom_meeting WHERE session_id = ?", UUID.fromString(session))
                .get(0);
    }

    /** The open link of a session. */
    String link(String session) {
        String sealed = sql().one("SELECT sealed_link FROM meeting WHERE session_id = ?", UUID.fromString(session));
        return sealed == null ? null : opened(sealed, "call-link:" + session);
    }

    String opened(String sealed, String context) {
        return seal.open(sealed, context);
    }
}
