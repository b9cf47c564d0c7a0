package org.bearhug.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstreams.class)
class PagesTest {

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/static/bundle/[^\"]+\\.js)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/verify?token=x",
                "/forgot-password",
                "/reset-password?token=x",
                "/magic-link?token=x",
                "/invitation?token=x",
                "/erasure?token=x",
                "/account",
                "/courses/01a21027-3c33-727f-9dce-fdacc9c55fdc"
            })
    void every_address_of_the_client_shows_its_page(String address) {
        page(address)
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .body(containsString("<bearhug-app>"));
    }

    @Test
    void what_is_no_page_is_not_found_in_a_problem_document() {
        given().accept("application/json").get("/login").then().statusCode(404).body("code", equalTo("not-found"));
        page("/nothing.js").statusCode(404).contentType("application/problem+json");
        page("/static/bundle/nothing.js").statusCode(404).header("Cache-Control", "no-cache");
    }

    @Test
    void the_parts_are_compressed_and_kept_for_good() {
        Matcher script = SCRIPT.matcher(page("/").extract().asString());
        assertThat(script.find()).isTrue();
        page(script.group(1)).header("Cache-Control", "public, max-age=31536000, immutable");

        given().header("Accept-Encoding", "gzip")
                .accept("text/html")
                .get("/")
                .then()
                .header("Content-Encoding", "gzip");
        given().get("/sw.js").then().statusCode(200).header("Cache-Control", "no-cache");
        given().get("/manifest.webmanifest").then().statusCode(200);
    }

    @Test
    void the_house_tells_who_lives_in_it() {
        given().get("/house.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("demo", equalTo(true))
                .body("apis", hasSize(3))
                .body("apis[1].document", equalTo("/api/courses/openapi"))
                .body("mailbox", equalTo("http://localhost:8025"));
    }

    @Test
    void its_addresses_stay_on_the_machine_that_was_asked_for() {
        given().header("Host", "192.0.2.7:8080")
                .get("/house.json")
                .then()
                .body("mailbox", equalTo("http://192.0.2.7:8025"));
        given().header("Host", "a\"><script>:80").get("/house.json").then().body(not(containsString("<script")));
    }

    @Test
    void browsers_are_told_what_to_refuse() {
        for (String path : new String[] {"/", "/verify?token=x", "/bear.svg", "/nothing.here"}) {
            page(path)
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer");
        }
    }

    private static ValidatableResponse page(String path) {
        return given().urlEncodingEnabled(false)
                .accept("text/html,application/xhtml+xml")
                .get(path)
                .then();
    }
}
