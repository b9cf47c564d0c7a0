package org.bearhug.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.client;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.fields;
import static org.bearhug.course.Teaching.money;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.CARA;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.bearhug.testing.Person.OMAR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;

/** Who may do what: every endpoint by every kind of caller. What is Ines' is asked for. */
@QuarkusTest
class AccessTest {

    /** Columns: nobody, carer, other carer, owner, other instructor, her client without the scope, and with it. */
    private static final List<String> TABLE = List.of(
            "GET    /v1/courses                          | 200 200 200 200 200 200 200",
            "POST   /v1/courses                          | 401 403 403 201 201 403 201",
            "GET    /v1/courses/{id}                     | 200 200 200 200 200 200 200",
            "GET    /v1/courses/{id}          draft      | 404 404 404 200 404 404 200",
            "PATCH  /v1/courses/{id}                     | 401 403 403 200 404 403 200",
            "PATCH  /v1/courses/{id}          draft      | 401 403 403 200 404 403 200",
            "POST   /v1/courses/{id}/publish             | 401 403 403 200 404 403 200",
            "POST   /v1/courses/{id}/archive             | 401 403 403 200 404 403 200",
            "GET    /v1/courses/{id}/blocks              | 200 200 200 200 200 200 200",
            "GET    /v1/courses/{id}/blocks   draft      | 404 404 404 200 404 404 200",
            "POST   /v1/courses/{id}/blocks              | 401 403 403 201 404 403 201",
            "GET    /v1/blocks/{id}                      | 200 200 200 200 200 200 200",
            "GET    /v1/blocks/{id}           draft      | 404 404 404 200 404 404 200",
            "PATCH  /v1/blocks/{id}                      | 401 403 403 200 404 403 200",
            "POST   /v1/blocks/{id}/publish              | 401 403 403 200 404 403 200",
            "POST   /v1/blocks/{id}/archive              | 401 403 403 200 404 403 200",
            "POST   /v1/blocks/{id}/cancel               | 401 403 403 200 404 403 200",
            "GET    /v1/sessions                         | 200 200 200 200 200 200 200",
            "GET    /v1/sessions/{id}                    | 200 200 200 200 200 200 200",
            "GET    /v1/sessions/{id}         draft      | 404 404 404 200 404 404 200",
            "PATCH  /v1/sessions/{id}                    | 401 403 403 200 404 403 200",
            "POST   /v1/sessions/{id}/cancel             | 401 403 403 200 404 403 200",
            "GET    /v1/class-entries                    | 401 403 403 200 200 403 200",
            "GET    /v1/class-entries/{externalId}       | 401 403 403 200 404 403 200",
            "PUT    /v1/class-entries/{externalId}       | 401 403 403 200 404 403 200",
            "DELETE /v1/class-entries/{externalId}       | 401 403 403 200 404 403 200",
            "POST   /v1/class-entries/batch              | 401 403 403 200 200 403 200",
            "POST   /v1/sessions/{id}/ways-in            | 401 403 403 403 403 403 403",
            "GET    /v1/sessions/{id}/start              | 401 403 403 409 404 403 403",
            "PUT    /v1/me/zoom-connection               | 401 403 403 409 409 403 403",
            "GET    /v1/me/zoom-connection               | 401 403 403 200 200 403 403",
            "DELETE /v1/me/zoom-connection               | 401 403 403 204 204 403 403",
            "GET    /v1/zoom/callback                    | 303 303 303 303 303 303 303",
            "POST   /v1/zoom/webhooks                    | 401 401 401 401 401 401 401",
            "GET    /v1/me/courses                       | 401 403 403 200 200 403 200",
            "GET    /v1/courses/{id}/testimonials        | 200 200 200 200 200 200 200",
            "GET    /v1/courses/{id}/testimonials draft  | 404 404 404 200 404 404 200",
            "POST   /v1/courses/{id}/testimonials        | 401 403 403 403 403 403 403",
            "GET    /v1/me/testimonials                  | 401 200 200 403 403 403 403",
            "GET    /v1/testimonials                     | 401 403 403 200 200 403 403",
            "POST   /v1/testimonials/{id}/publish        | 401 403 403 200 404 403 403",
            "POST   /v1/testimonials/{id}/hide           | 401 403 403 200 404 403 403",
            "DELETE /v1/testimonials/{id}                | 401 204 404 403 403 403 403",
            "GET    /v1/accounts/{id}/export             | 401 403 403 403 403 403 403",
            "GET    /v1/accounts/{id}/erasure            | 401 403 403 403 403 403 403",
            "GET    /events                              | 401 403 403 403 403 403 403");

    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/courses/{id}/testimonials", "{\"words\": \"W\", \"signature\": \"S\", \"consent\": true}",
            "POST /v1/courses", "{\"title\": \"T\", \"topic\": \"t\", \"summary\": \"S\"}",
            "PATCH /v1/courses/{id}", "{\"summary\": \"Other\"}",
            "PATCH /v1/blocks/{id}", "{\"title\": \"Other\"}",
            "PATCH /v1/sessions/{id}", "{\"capacity\": 9}",
            "POST /v1/sessions/{id}/cancel", "{\"reason\": \"Ill\"}",
            "POST /v1/blocks/{id}/cancel", "{\"reason\": \"Ill\"}",
            "POST /v1/class-entries/batch", "{\"items\": [{}]}");

    @Inject
    AgroalDataSource database;

    @Test
    void everybody_may_do_what_the_table_says_and_no_more() {
        List<String> wrong = new ArrayList<>();
        for (String row : TABLE) {
            String[] columns = row.split("\\s*\\|\\s*");
            String[] endpoint = columns[0].split("\\s+");
            String path = path(endpoint[1], endpoint.length > 2);
            List<String> statuses = callers().stream()
                    .map(token -> String.valueOf(call(endpoint[0], endpoint[1], path, token)))
                    .toList();
            if (!statuses.equals(Arrays.asList(columns[1].split(" ")))) {
                wrong.add(columns[0] + " was " + statuses);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void no_endpoint_is_missing_in_the_table() {
        Map<String, Map<String, Object>> paths =
                as((String) null).get("/openapi?format=json").then().extract().path("paths");
        Set<String> endpoints = new HashSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        Set.of("get", "put", "post", "patch", "delete").contains(method))
                .forEach(method -> endpoints.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        assertThat(TABLE.stream().map(row -> row.split("\\s+")).map(words -> words[0] + " " + words[1]))
                .containsAll(endpoints);
        assertThat(endpoints).hasSizeGreaterThan(15);
    }

    private static List<String> callers() {
        List<String> tokens = new ArrayList<>();
        tokens.add(null);
        tokens.addAll(List.of(CARA.token(), OMAR.token(), INES.token(), NOOR.token()));
        tokens.addAll(List.of(client(INES, "bookings:read"), client(INES, "bookings:read classes:write")));
        return tokens;
    }

    private String path(String template, boolean draft) {
        String course = draft ? draft(INES, "Access") : course(INES, "Access");
        String block = draft ? unfold(INES, course, block()).path("id") : publishedBlock(INES, course);
        String session = as(INES).get("/v1/blocks/" + block).path("sessions[0].id");
        if (template.contains("{externalId}")) {
            as(INES).body(entry(course))
                    .put("/v1/class-entries/" + course)
                    .then()
                    .statusCode(201);
        }
        if (template.startsWith("/v1/testimonials")) {
            return template.replace("{id}", testimonial(course));
        }
        String id = template.startsWith("/v1/courses") ? course : template.startsWith("/v1/blocks") ? block : session;
        return template.replace("{id}", id).replace("{externalId}", course);
    }

    /** Cara's words on this course. */
    private String testimonial(String course) {
        UUID id = UUID.randomUUID();
        new Sql(database)
                .change(
                        "INSERT INTO testimonial (id, course_id, carer_id, words, signature, state, consented_at)"
                                + " VALUES (?, ?::uuid, ?, 'Lovely', 'C', 'WAITING', now())",
                        id,
                        course,
                        CARA.id());
        return id.toString();
    }

    /** Of an entry that is called like its course. */
    private static Map<String, Object> entry(String course) {
        Map<String, Object> entry =
                block("firstStart", null, "sessions", null, "blockPrice", null, "dropInPrice", null);
        entry.putAll(fields(
                "courseId",
                course,
                "start",
                "2027-01-07T10:00:00",
                "price",
                money(1800),
                "meeting",
                Map.of("kind", "NONE")));
        return entry;
    }

    private static int call(String method, String template, String path, String token) {
        RequestSpecification request = as(token).redirects().follow(false);
        if (method.equals("PATCH")) {
            request.header("If-Match", "*");
        }
        if (BODIES.containsKey(method + " " + template)) {
            request.body(BODIES.get(method + " " + template));
        } else if (method.equals("PUT")) {
            request.body(entry(path.substring(path.lastIndexOf('/') + 1)));
        } else if (method.equals("POST") && template.endsWith("/blocks")) {
            request.body(block());
        }
        return request.request(method, path).statusCode();
    }
}
