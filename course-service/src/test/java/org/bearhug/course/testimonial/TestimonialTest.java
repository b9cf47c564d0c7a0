package org.bearhug.course.testimonial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.publishedBlock;
import static org.bearhug.testing.Person.CARA;
import static org.bearhug.testing.Person.INES;
import static org.bearhug.testing.Person.NOOR;
import static org.bearhug.testing.Person.OMAR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who came to a class may tell how it was; its instructor chooses what is shown; nobody else has a say. */
@QuarkusTest
class TestimonialTest {

    private static final Map<String, Object> TELLING =
            Map.of("words", "We slept all afternoon.", "signature", "Cara, with a nine-week-old", "consent", true);

    @Inject
    AgroalDataSource database;

    private final UUID place = UUID.randomUUID();
    private String course;
    private UUID session;

    @BeforeEach
    void a_course_that_cara_came_to() {
        course = course(INES, "How was it");
        session = UUID.fromString(
                as(INES).get("/v1/blocks/" + publishedBlock(INES, course)).path("sessions[0].id"));
        attends(CARA, place, 1, "PRESENT");
    }

    private void attends(Person carer, UUID at, long version, String attendance) {
        attends(carer.id(), at, version, attendance);
    }

    /** As booking-service tells it; returns when it is known here. */
    private void attends(UUID carer, UUID at, long version, String attendance) {
        isTold(carer, at, version, attendance);
        await().until(() ->
                sql().one("SELECT 1 FROM attended WHERE place_id = ? AND version = ?", at, version) != null);
    }

    private void isTold(UUID carer, UUID at, long version, String attendance) {
        Map<String, ?> fact = Map.of("placeId", at, "sessionId", session, "carerId", carer, "attendance", attendance);
        Neighbours.publish("booking-service", "attendance.recorded", at, version, fact);
    }

    private Response tells(Person carer) {
        return as(carer).body(TELLING).post("/v1/courses/" + course + "/testimonials");
    }

    private String told() {
        return tells(CARA).then().statusCode(201).extract().path("id");
    }

    private Response shown(Person reader) {
        return as(reader).get("/v1/courses/" + course + "/testimonials");
    }

    private Sql sql() {
        return new Sql(database);
    }

    @Test
    void everybody_reads_it_once_the_instructor_shows_it_and_nobody_when_it_is_hidden() {
        String id = tells(CARA)
                .then()
                .statusCode(201)
                .body("state", equalTo("WAITING"))
                .body("words", equalTo("We slept all afternoon."))
                .body("carerId", nullValue())
                .extract()
                .path("id");
        shown(null).then().statusCode(200).body("items", empty());
        shown(NOOR).then().body("items", empty());
        shown(INES).then().body("items.id", contains(id));

        as(INES).post("/v1/testimonials/" + id + "/publish")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"));
        as(INES).post("/v1/testimonials/" + id + "/publish").then().statusCode(200);
        shown(null).then().body("items.signature", contains("Cara, with a nine-week-old"));

        as(INES).post("/v1/testimonials/" + id + "/hide").then().statusCode(200).body("state", equalTo("HIDDEN"));
        shown(null).then().body("items", empty());
        assertThat(sql().<String>one("SELECT state FROM testimonial WHERE id = ?::uuid", id))
                .isEqualTo("HIDDEN");
    }

    @Test
    void an_instructor_sees_what_waits_for_a_choice() {
        String id = told();
        String waits = "items.findAll { it.courseId == '" + course + "' }.id";

        as(INES).get("/v1/testimonials?limit=100").then().statusCode(200).body(waits, contains(id));
        as(NOOR).get("/v1/testimonials?limit=100").then().body(waits, empty());
        as(INES).post("/v1/testimonials/" + id + "/hide").then().statusCode(200);
        as(INES).get("/v1/testimonials?limit=100").then().body(waits, empty());
    }

    @Test
    void who_was_not_there_has_nothing_to_tell() {
        tells(OMAR).then().statusCode(403).body("code", equalTo("not-attended"));
        attends(OMAR, UUID.randomUUID(), 1, "ABSENT");
        tells(OMAR).then().statusCode(403).body("code", equalTo("not-attended"));
        tells(INES).then().statusCode(403).body("code", equalTo("forbidden"));

        assertThat(sql().<Long>one("SELECT count(*) FROM testimonial WHERE course_id = ?::uuid", course))
                .isZero();
    }

    @Test
    void an_older_word_on_who_came_does_not_overwrite_a_newer_one() {
        attends(CARA, place, 3, "ABSENT");
        isTold(CARA.id(), place, 2, "PRESENT");
        attends(OMAR, UUID.randomUUID(), 1, "PRESENT");

        tells(CARA).then().statusCode(403).body("code", equalTo("not-attended"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"words\": \"Good\", \"signature\": \"C\"}",
                "{\"words\": \"Good\", \"signature\": \"C\", \"consent\": false}",
                "{\"words\": \" \", \"signature\": \"C\", \"consent\": true}",
                "{\"words\": \"Good\", \"signature\": \"two\\nlines\", \"consent\": true}",
                "{\"words\": \"Good\\u0007\", \"signature\": \"C\", \"consent\": true}"
            })
    void without_consent_or_words_nothing_is_kept(String telling) {
        as(CARA).body(telling)
                .post("/v1/courses/" + course + "/testimonials")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        as(CARA).body(Map.of("words", "x".repeat(1001), "signature", "C", "consent", true))
                .post("/v1/courses/" + course + "/testimonials")
                .then()
                .statusCode(400);
    }

    @Test
    void of_two_at_once_one_is_kept() {
        List<Integer> answers = Race.of(6, i -> () -> tells(CARA).statusCode());

        assertThat(answers).containsOnlyOnce(201).contains(409);
        assertThat(sql().<Long>one("SELECT count(*) FROM testimonial WHERE course_id = ?::uuid", course))
                .isEqualTo(1);
        tells(CARA).then().statusCode(409).body("code", equalTo("testimonial-exists"));
    }

    @Test
    void its_writer_takes_it_back_for_good_and_may_write_anew() {
        String id = told();
        as(INES).post("/v1/testimonials/" + id + "/publish").then().statusCode(200);
        as(OMAR).delete("/v1/testimonials/" + id).then().statusCode(404);
        as(NOOR).post("/v1/testimonials/" + id + "/hide").then().statusCode(404);

        as(CARA).delete("/v1/testimonials/" + id).then().statusCode(204);

        shown(INES).then().body("items", empty());
        as(INES).post("/v1/testimonials/" + id + "/publish").then().statusCode(404);
        assertThat(told()).isNotEqualTo(id);
    }

    @Test
    void one_sees_what_one_came_to_and_what_one_wrote_of_it() {
        String mine = "items.find { it.courseId == '" + course + "' }";
        as(CARA).get("/v1/me/testimonials").then().statusCode(200).body(mine + ".testimonial", nullValue());
        told();

        as(CARA).get("/v1/me/testimonials")
                .then()
                .body(mine + ".title", equalTo("How was it"))
                .body(mine + ".testimonial.state", equalTo("WAITING"));
        as(OMAR).get("/v1/me/testimonials").then().body("items.courseId", not(contains(course)));
    }

    @Test
    void of_a_draft_nothing_is_said() {
        String secret = draft(INES, "Not yet");

        as(CARA).body(TELLING)
                .post("/v1/courses/" + secret + "/testimonials")
                .then()
                .statusCode(404);
        as(CARA).get("/v1/courses/" + secret + "/testimonials").then().statusCode(404);
    }

    @Test
    void who_is_erased_has_said_nothing_and_a_late_word_on_who_came_changes_nothing() {
        UUID carer = UUID.randomUUID();
        attends(carer, UUID.randomUUID(), 1, "PRESENT");
        sql().change(
                        "INSERT INTO testimonial VALUES (uuidv7(), ?::uuid, ?, 'Lovely', 'Dora', 'PUBLISHED', now(), now())",
                        course,
                        carer);
        String exporter = Tokens.ofService("user-service", "accounts:export");
        as(exporter)
                .get("/v1/accounts/" + carer + "/export")
                .then()
                .body("testimonial.words", contains("Lovely"))
                .body("attended.session_id", contains(session.toString()));

        Neighbours.publish("user-service", "account.erased", carer, 2, Map.of("id", carer));
        await().until(() ->
                as(exporter).get("/v1/accounts/" + carer + "/erasure").statusCode() == 200);

        shown(null).then().body("items", empty());
        isTold(carer, UUID.randomUUID(), 1, "PRESENT");
        attends(OMAR, UUID.randomUUID(), 1, "PRESENT");
        assertThat(sql().<Long>one("SELECT count(*) FROM attended WHERE carer_id = ?", carer))
                .isZero();
    }
}
