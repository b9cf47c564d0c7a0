package org.bearhug.course;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.TreeMap;
import org.bearhug.testing.Person;
import org.bearhug.testing.Tokens;

/** What instructors do through the API, in short words. */
public final class Teaching {

    /** A clock time long before everything planned here. */
    public static final String NOW = "2026-11-24T12:00:00Z";

    private Teaching() {}

    /** A request of this person, or of nobody for null. */
    public static RequestSpecification as(Person person) {
        return person == null ? as((String) null) : as(person.token());
    }

    /** A request with this token, or with none for null. */
    public static RequestSpecification as(String token) {
        RequestSpecification request = given().contentType("application/json").urlEncodingEnabled(false);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The token of a client that acts for this person. */
    public static String client(Person owner, String scopes) {
        return Tokens.ofClient(owner.id().toString(), "website", scopes);
    }

    /** A course of this instructor, as a draft; its id. */
    public static String draft(Person instructor, String title) {
        return as(instructor)
                .body(course(title))
                .post("/v1/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A published course; its id. */
    public static String course(Person instructor, String title) {
        String id = draft(instructor, title);
        publish(instructor, "/v1/courses/" + id);
        return id;
    }

    /** Publishes what is at this path. */
    public static void publish(Person instructor, String path) {
        as(instructor).post(path + "/publish").then().statusCode(200);
    }

    /** What a course needs. */
    public static Map<String, Object> course(String title) {
        return fields("title", title, "topic", "baby-massage", "summary", "Calm hands for " + title);
    }

    /** A block of four weekly sessions, on Thursdays at ten in London, for babies of 4 to 30 weeks, at £65 or £18 each. */
    public static Map<String, Object> block() {
        return fields(
                "firstStart",
                "2027-01-07T10:00:00",
                "timeZone",
                "Europe/London",
                "sessions",
                4,
                "durationMinutes",
                60,
                "capacity",
                8,
                "blockPrice",
                money(6500),
                "dropInPrice",
                money(1800),
                "ageWeeks",
                Map.of("from", 4, "to", 30));
    }

    /** The standard block with some fields changed; null takes one away. */
    public static Map<String, Object> block(Object... changes) {
        Map<String, Object> block = block();
        fields(changes).forEach((field, value) -> {
            if (value == null) {
                block.remove(field);
            } else {
                block.put(field, value);
            }
        });
        return block;
    }

    /** Unfolds a block, as a draft. */
    public static Response unfold(Person instructor, String courseId, Map<String, Object> block) {
        return as(instructor).body(block).post("/v1/courses/" + courseId + "/blocks");
    }

    /** A published standard block with some fields changed; its id. */
    public static String publishedBlock(Person instructor, String courseId, Object... changes) {
        String id = unfold(instructor, courseId, block(changes))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        publish(instructor, "/v1/blocks/" + id);
        return id;
    }

    /** Sends a change based on what is there now. */
    public static Response change(Person instructor, String path, Object... fields) {
        return as(instructor)
                .header("If-Match", etag(instructor, path))
                .body(fields(fields))
                .patch(path);
    }

    /** The present version's tag. */
    public static String etag(Person person, String path) {
        return as(person).get(path).then().statusCode(200).extract().header("ETag");
    }

    /** Pounds, in pence. */
    public static Map<String, Object> money(long pence) {
        return Map.of("amount", pence, "currency", "GBP");
    }

    /** A JSON object of these names and values, where a value may be null. */
    public static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
