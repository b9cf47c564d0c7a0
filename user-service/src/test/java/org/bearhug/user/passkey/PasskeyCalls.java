package org.bearhug.user.passkey;

import static org.bearhug.user.Someone.nobody;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.bearhug.user.Someone;

/** The calls that a page makes. */
final class PasskeyCalls {

    private PasskeyCalls() {}

    static Map<String, Object> newOptions(Someone who) {
        return who.asks()
                .post("/v1/passkeys/options")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    static ValidatableResponse add(Someone who, Map<String, Object> credential) {
        return who.asks()
                .body(Map.of("name", "My phone", "credential", credential))
                .post("/v1/passkeys")
                .then();
    }

    /** With a passkey made and kept. */
    static SoftwareAuthenticator deviceOf(Someone who) {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        add(who, device.create(newOptions(who))).statusCode(201);
        return device;
    }

    static Map<String, Object> loginOptions() {
        return nobody().post("/v1/passkeys/login/options")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    static ValidatableResponse logIn(Map<String, Object> credential) {
        return nobody().body(credential).post("/v1/passkeys/login").then();
    }
}
