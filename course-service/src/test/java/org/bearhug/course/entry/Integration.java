package org.bearhug.course.entry;

import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.client;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.course.Teaching.money;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Person;

/** An instructor's program that writes class entries, in short words. */
record Integration(String token) {

    static Integration of(Person instructor) {
        return new Integration(client(instructor, "classes:write"));
    }

    /** An id that no other test uses. */
    static String name() {
        return "row-" + UUID.randomUUID();
    }

    static String path(String externalId) {
        return "/v1/class-entries/" + externalId;
    }

    /** A class on a Thursday at ten in London, for eight babies of 4 to 30 weeks, at £18; null takes a field away. */
    static Map<String, Object> entry(Object... changes) {
        Map<String, Object> entry = fields(
                "start",
                "2027-01-07T10:00:00",
                "timeZone",
                "Europe/London",
                "durationMinutes",
                60,
                "capacity",
                8,
                "price",
                money(1800),
                "ageWeeks",
                Map.of("from", 4, "to", 30),
                "meeting",
                Map.of("kind", "NONE"));
        fields(changes).forEach((field, value) -> {
            if (value == null) {
                entry.remove(field);
            } else {
                entry.put(field, value);
            }
        });
        return entry;
    }

    Response put(String externalId, Map<String, Object> entry) {
        return as(token).body(entry).put(path(externalId));
    }

    Response get(String externalId) {
        return as(token).get(path(externalId));
    }

    Response delete(String externalId) {
        return as(token).delete(path(externalId));
    }
}
