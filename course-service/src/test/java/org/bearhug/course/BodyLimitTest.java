package org.bearhug.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.bearhug.testing.Pieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BodyLimitTest {

    private static final String BATCH = "/v1/class-entries/batch";

    @Test
    void a_batch_may_have_one_megabyte() {
        as(INES).body(body(1_000_000)).post(BATCH).then().statusCode(400).body("code", equalTo("invalid-request"));
        as(INES).body(body(1_100_000)).post(BATCH).then().statusCode(413).body("code", equalTo("too-large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/courses", "/v1/class-entries/batch/", "/v1/class-entries/batch;a=b", "/nowhere"})
    void all_else_may_have_a_quarter_of_that(String path) {
        as(INES).body(body(270_000))
                .post(path)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("too-large"));
        assertThat(as(INES).body(body(250_000)).post(path).statusCode()).isBetween(400, 405);
    }

    @Test
    void what_does_not_say_how_long_it_is_is_held_to_the_same() throws Exception {
        assertThat(inPieces("/v1/courses", 200_000)).isEqualTo("400 invalid-request");
        assertThat(inPieces(BATCH, 1_000_000)).isEqualTo("400 invalid-request");
        assertThat(inPieces("/v1/courses", 400_000)).isEqualTo("413 too-large");
        assertThat(inPieces(BATCH, 1_500_000)).isEqualTo("413 too-large");
    }

    private static String inPieces(String path, int size) throws IOException, InterruptedException {
        HttpResponse<String> answer = Pieces.post(path, INES.token(), "application/json", body(size));
        return answer.statusCode() + " " + JsonPath.from(answer.body()).getString("code");
    }

    /** Well-formed, and nothing that anybody takes. */
    private static String body(int size) {
        String padding = "\"" + "a".repeat(1000) + "\",";
        return "{\"padding\": [" + padding.repeat(size / padding.length()) + "\"end\"]}";
    }
}
