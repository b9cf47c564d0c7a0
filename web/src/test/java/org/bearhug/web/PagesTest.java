package org.bearhug.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class PagesTest {

    @Test
    void the_front_page_leads_on() {
        page("/")
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("/api/courses/openapi"))
                .body(containsString("/q/swagger-ui"))
                .body(containsString("http://localhost:8025"))
                .body(containsString("cara@demo.bearhug.example"));
    }

    @Test
    void its_links_stay_on_the_machine_that_was_asked_for() {
        given().header("Host", "192.0.2.7:8080").get("/").then().body(containsString("http://192.0.2.7:8025"));
        given().header("Host", "a\"><script>:80").get("/").then().body(not(containsString("<script")));
    }

    @Test
    void browsers_are_told_what_to_refuse() {
        for (String path : new String[] {"/", "/verify?token=x", "/bearhug.css", "/nothing-here"}) {
            page(path)
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer");
        }
    }

    @Test
    void looking_at_the_link_confirms_nothing_and_the_button_does() {
        page("/verify?token=good")
                .statusCode(200)
                .body(containsString("value=\"good\""))
                .body(containsString("Confirm my address"))
                .body(not(containsString("is confirmed")));
        given().formParam("token", "good")
                .post("/verify")
                .then()
                .statusCode(200)
                .body(containsString("Your address is confirmed"));
    }

    @Test
    void no_link_in_a_letter_leads_to_nothing() {
        for (String path : new String[] {
            "/login", "/forgot-password", "/reset-password", "/magic-link", "/invitation", "/erasure", "/account"
        }) {
            page(path + "?token=x").statusCode(200).contentType("text/html").body(containsString("Not here yet"));
        }
    }

    @Test
    void a_link_that_has_run_out_says_so() {
        page("/verify").statusCode(400).body(containsString("has run out"));
        page("/verify?token=%22%3E%3Cb%3E").statusCode(400).body(not(containsString("<b>")));
        given().formParam("token", "old").post("/verify").then().statusCode(400).body(containsString("has run out"));
        given().formParam("token", "x".repeat(5000)).post("/verify").then().statusCode(400);
    }

    private static ValidatableResponse page(String path) {
        return given().urlEncodingEnabled(false).get(path).then();
    }
}
