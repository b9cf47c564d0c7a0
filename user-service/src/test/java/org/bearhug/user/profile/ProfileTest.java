package org.bearhug.user.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bearhug.testing.Race;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProfileTest {

    @Inject
    People people;

    private Someone ines;

    @BeforeEach
    void an_instructor() {
        ines = people.instructor();
    }

    @Test
    void what_an_instructor_writes_everybody_reads() {
        read().statusCode(200)
                .body("name", equalTo(ines.name()))
                .body("about", nullValue())
                .body("socialLinks", empty());

        write(
                        "\"v0\"",
                        Map.of(
                                "about",
                                " Two girls, one dog.\nTeaching since 2019. ",
                                "photoUrl",
                                "https://example.org/ines.jpg",
                                "website",
                                "https://example.org/",
                                "socialLinks",
                                List.of("https://social.example/@ines")))
                .statusCode(200)
                .header("ETag", "\"v1\"");

        read().body("about", equalTo("Two girls, one dog.\nTeaching since 2019."))
                .body("photoUrl", equalTo("https://example.org/ines.jpg"))
                .body("website", equalTo("https://example.org/"))
                .body("socialLinks", contains("https://social.example/@ines"))
                .body("email", nullValue());
        write("\"v1\"", Map.of()).statusCode(200).header("ETag", "\"v2\"").body("about", nullValue());
        write("\"v2\"", Map.of()).statusCode(200).header("ETag", "\"v2\"");
    }

    @Test
    void a_change_needs_the_version_it_is_made_on() {
        write(null, Map.of("about", "Hello")).statusCode(428);
        write("\"v3\"", Map.of("about", "Hello")).statusCode(412);

        List<Integer> answers = Race.of(
                5,
                i -> () ->
                        write("\"v0\"", Map.of("about", "Hello " + i)).extract().statusCode());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @ParameterizedTest
    @CsvSource({
        "website, http://example.org",
        "website, javascript:alert(1)",
        "website, ftp://example.org",
        "website, example.org",
        "photoUrl, http://example.org/a.jpg",
        "photoUrl, data:image/png;base64",
        "about, ''",
    })
    void what_could_harm_a_visitor_is_refused(String field, String value) {
        write("*", Map.of(field, value)).statusCode(400).body("errors[0].pointer", equalTo("#/" + field));
    }

    @Test
    void everything_has_an_end() {
        write("*", Map.of("about", "x".repeat(2001))).statusCode(400);
        write("*", Map.of("about", "bell\u0007")).statusCode(400);
        write("*", Map.of("website", "https://example.org/" + "x".repeat(500))).statusCode(400);
        write("*", Map.of("socialLinks", Collections.nCopies(9, "https://example.org")))
                .statusCode(400);
        write("*", Map.of("socialLinks", List.of("https://example.org", "http://example.org")))
                .statusCode(400)
                .body("errors[0].pointer", startsWith("#/socialLinks/1"));
        ines.asks()
                .header("If-Match", "*")
                .body("{\"about\": \"Hello\"}")
                .put("/v1/me/profile")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/socialLinks"));
    }

    private ValidatableResponse read() {
        return Someone.nobody().get("/v1/instructors/" + ines.id()).then();
    }

    private ValidatableResponse write(String ifMatch, Map<String, ?> profile) {
        Map<String, Object> whole = new HashMap<>(Map.of("socialLinks", List.of()));
        whole.putAll(profile);
        var request = ines.asks().body(whole);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/me/profile")
                .then();
    }
}
