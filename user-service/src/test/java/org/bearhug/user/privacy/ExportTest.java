package org.bearhug.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @AfterEach
    void all_answer_again() {
        OtherServices.away().clear();
    }

    @Test
    void all_that_is_known_is_in_it_and_no_secret() throws IOException {
        String cookie = cara.logIn();
        cara.asks()
                .body(Map.of("name", "Mila", "bornOn", "2026-09-01"))
                .post("/v1/me/children")
                .then()
                .statusCode(201);
        Someone omar = people.carer();
        String shared = omar.asks()
                .body(Map.of("name", "Ben", "bornOn", "2026-09-01"))
                .post("/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sql.change("INSERT INTO child_carer VALUES (?::uuid, ?, now())", shared, cara.id());
        omar.asks().body(Map.of("name", "Zoe", "bornOn", "2026-09-01")).post("/v1/me/children");

        Map<String, String> files = export();

        assertThat(files.keySet())
                .containsExactly(
                        "account.json",
                        "children.json",
                        "user-service.json",
                        "course-service.json",
                        "booking-service.json");
        assertThat(files.get("account.json"))
                .contains(cara.email(), cara.name())
                .doesNotContain("argon2");
        assertThat(files.get("children.json")).contains("Mila", "Ben").doesNotContain("Zoe");
        assertThat(files.get("user-service.json"))
                .contains("login_session", "audit_entry", "LOGGED_IN", "CHILD_ADDED", "consent_change")
                .doesNotContain("token_hash", "family_hash", cookie);
        assertThat(files.get("course-service.json")).contains(cara.id().toString());
        assertThat(files.get("booking-service.json")).contains(cara.id().toString());
        assertThat(sql.rows("SELECT id FROM audit_entry WHERE act = 'DATA_EXPORTED' AND account_id = ?", cara.id()))
                .hasSize(1);
    }

    @Test
    void there_is_no_half_an_export() {
        for (String service : List.of("courses", "bookings")) {
            OtherServices.away().add(service);
            cara.asks()
                    .get("/v1/me/export")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .contentType("application/problem+json")
                    .body("code", equalTo("service-unavailable"));
            OtherServices.away().clear();
        }
        assertThat(sql.rows("SELECT id FROM audit_entry WHERE act = 'DATA_EXPORTED' AND account_id = ?", cara.id()))
                .isEmpty();
    }

    private Map<String, String> export() throws IOException {
        byte[] bytes = cara.asks()
                .get("/v1/me/export")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
