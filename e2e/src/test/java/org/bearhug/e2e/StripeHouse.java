package org.bearhug.e2e;

import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.bearhug.launcher.Platform;
import org.bearhug.launcher.Ports;
import org.bearhug.launcher.Settings;

/** A platform with its demo, beside that of the other tests: here carers pay by a Stripe that is played. */
record StripeHouse(Platform platform) {

    private static final String PASSWORD = "bearhug-demo-1";

    static StripeHouse open() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("BEARHUG_FAKE_STRIPE", "true");
        environment.put("BEARHUG_TIDY_EVERY", "2s");
        environment.put("BEARHUG_CLASS_ARCHIVES", "false");
        // Started once and stopped soon, it has no use for the thorough compiler.
        environment.put("BEARHUG_JVM", "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=1");
        Ports ports = new Ports(ThreadLocalRandom.current().nextInt(9_200, 10_900));
        CallAddresses.watch(ports);
        Platform platform = new Platform(
                new Settings(
                        Path.of(System.getProperty("bearhug.root")), House.home("bearhug-e2e-pay"), ports, environment),
                true,
                line -> {});
        platform.start(true);
        return new StripeHouse(platform);
    }

    URI door() {
        return platform.door();
    }

    /** A request with this token, or of nobody for null. */
    RequestSpecification asks(String token) {
        RequestSpecification request = given().baseUri(door().toString()).contentType("application/json");
        return token == null ? request : request.auth().oauth2(token);
    }

    /** Of somebody of the demo. */
    String token(String email) {
        return asks(null)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/api/users/v1/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    /** Somebody of the demo, with a phone. */
    Visit visit(String email) {
        return Visit.on(Visit.Screen.PHONE, ColorScheme.LIGHT, door()).logIn(email, PASSWORD);
    }

    /** Pays on this page of the Stripe that is played, as its button does. */
    void pays(String page) {
        given().redirects()
                .follow(false)
                .formParam("act", "pay")
                .post(page)
                .then()
                .statusCode(303);
    }

    /** Presses a button of that page. It is no page of ours, and looks like none. */
    void presses(Visit visit, String button) {
        visit.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** The sums that went back. */
    List<Integer> refunds() {
        return given().baseUri("http://localhost:" + platform.ports().fakeStripe())
                .get("/fake/refunds")
                .jsonPath()
                .getList("amount");
    }
}
