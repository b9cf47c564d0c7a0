package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.testing.Person.INES;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;

/** An instructor goes to Zoom to connect an account, and comes back. */
final class Departure {

    static final String PATH = "/v1/me/zoom-connection";

    private Departure() {}

    static Response begins() {
        Response departure = as(INES).put(PATH);
        departure.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(departure.header("Set-Cookie")).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        return departure;
    }

    static String cookie(Response departure) {
        return departure.cookie(Connecting.COOKIE);
    }

    /** What Zoom answers once the instructor has agreed: the way back, with a code. */
    static URI authorised(Response departure) {
        return URI.create(RestAssured.given()
                .urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(departure.<String>path("authorizeUrl"))
                .header("Location"));
    }

    static Response comesBack(Response departure, String otherBrowser) {
        return returns(authorised(departure), otherBrowser == null ? cookie(departure) : otherBrowser);
    }

    static Response returns(URI back, String browser) {
        assertThat(back.getPath()).isEqualTo("/api/courses/v1/zoom/callback");
        Response answer = RestAssured.given()
                .cookie(Connecting.COOKIE, browser)
                .redirects()
                .follow(false)
                .get("/v1/zoom/callback?" + back.getQuery());
        answer.then().statusCode(303).header("Referrer-Policy", "no-referrer");
        return answer;
    }
}
