package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.bearhug.booking.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs listen at addresses outside alone. */
@QuarkusTest
class WebhookUrlTest {

    private static final String URL = "https://hooks.example.org/bearhug?key=a";

    @Inject
    Given given;

    private final Integrator ines = Integrator.fresh();

    @BeforeEach
    void a_fixed_time() {
        given.a_week_before();
    }

    @AfterEach
    void drop_endpoints() {
        given.sql().change("DELETE FROM webhook_endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "hooks.example.org",
                "https:///path",
                "https:hooks.example.org",
                "https://user:secret@hooks.example.org/",
                "https://user@hooks.example.org/",
                "https://hooks.example.org:8080/",
                "https://hooks.example.org:22/",
                "https://hooks.example.org/#part",
                "https://hooks.example.org\\@evil.example/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://0177.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://93.184.216.34/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[2606:4700::1111]/",
                "https://intranet/",
                "https://localhost./",
                "https://hooks.example.org./",
                "https://hööks.example.org/",
                "https://hooks_.example.org/ x",
                "https://-hooks.example.org/",
                "javascript:alert(1)",
                "x",
                "",
            })
    void an_address_that_is_not_outside_is_refused(String url) {
        ines.makes(Map.of("url", url))
                .then()
                .statusCode(400)
                .body("code", equalTo("webhook-url-refused"))
                .body("errors.pointer", contains("#/url"));

        assertThat(given.sql().<Long>one("SELECT count(*) FROM webhook_endpoint WHERE instructor_id = ?", ines.id()))
                .isZero();
    }

    @Test
    void what_an_address_may_be_it_may_become_and_nothing_else() {
        Integrator.Hook hook = ines.made("https://hooks.example.org:8443/a/b%20c?d=e");

        ines.changes(hook, Map.of("url", "https://10.0.0.1/"))
                .then()
                .statusCode(400)
                .body("code", equalTo("webhook-url-refused"));
        ines.makes(Map.of("url", "https://hooks.example.org/" + "x".repeat(500)))
                .then()
                .statusCode(400)
                .body("code", equalTo("webhook-url-refused"));
        ines.changes(hook, Map.of("url", URL)).then().statusCode(200).body("url", equalTo(URL));
    }
}
