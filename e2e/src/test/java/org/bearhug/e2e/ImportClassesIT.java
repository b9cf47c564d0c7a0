package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example integration is run as its guide says: from its one source file. */
class ImportClassesIT {

    private static final Path EXAMPLES = Shell.ROOT.resolve("docs/examples");

    private Someone ines;
    private JsonPath client;

    @TempDir
    Path folder;

    @BeforeEach
    void an_instructor_has_a_client() {
        ines = Someone.instructor();
        client = ines.asks()
                .body(Map.of("name", "importer", "scopes", List.of("classes:write")))
                .post("/api/users/v1/me/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void classes_are_tried_made_left_alone_and_changed() throws Exception {
        Path file = file(row("massage-1", 8), row("massage-2", 8));
        URI door = House.platform().door();

        assertThat(run(door, 0, file.toString(), "--dry-run"))
                .isEqualTo("massage-1: would be created\nmassage-2: would be created\n");
        assertThat(entries()).isEmpty();
        assertThat(run(door, 0, file.toString())).isEqualTo("massage-1: created\nmassage-2: created\n");
        assertThat(run(door, 0, file.toString())).isEqualTo("massage-1: unchanged\nmassage-2: unchanged\n");
        file = file(row("massage-1", 9), row("massage-2", 8), row("massage-3", 0));
        assertThat(run(door, 1, file.toString()))
                .startsWith("massage-1: changed\nmassage-2: unchanged\nmassage-3: invalid-request: ")
                .contains("#/capacity");
        assertThat(entries()).containsExactlyInAnyOrder("massage-1", "massage-2");
        assertThat(ines.asks().get("/api/courses/v1/class-entries/massage-1").<String>path("session.title"))
                .isEqualTo("Baby massage, \"gently\"");
    }

    @Test
    void it_waits_fetches_another_token_and_asks_again_under_the_same_key() throws Exception {
        try (MoodyDoor moody = new MoodyDoor()) {
            assertThat(run(moody.address(), 0, file(row("moody-1", 8)).toString()))
                    .isEqualTo("moody-1: created\n");

            assertThat(moody.keys()).hasSize(4).containsOnly(moody.keys().get(0));
            assertThat(moody.tokens()).isEqualTo(2);
        }
        assertThat(entries()).containsExactly("moody-1");
    }

    @Test
    void the_file_beside_it_can_be_imported() throws Exception {
        String classes = Files.readString(EXAMPLES.resolve("classes.csv"))
                .replaceAll(
                        "\\d{4}-\\d\\d-\\d\\d(?=T)",
                        LocalDate.now().plusDays(30).toString());
        Path file = Files.writeString(folder.resolve("classes.csv"), classes);

        assertThat(run(House.platform().door(), 0, file.toString()))
                .isEqualTo("spring-1: created\nspring-2: created\nspring-3: created\nyoga-1: created\n");
    }

    private List<String> entries() {
        return ines.asks().get("/api/courses/v1/class-entries").path("items.externalId");
    }

    private static String row(String id, int seats) {
        return id + ",massage,\"Baby massage, \"\"gently\"\"\",baby-massage,Calm hands.,"
                + LocalDate.now().plusDays(id.charAt(id.length() - 1))
                + "T10:00,Europe/London,45," + seats + ",18.50,GBP,4,30,https://calls.example/room";
    }

    private Path file(String... rows) throws Exception {
        String names = Files.readAllLines(EXAMPLES.resolve("classes.csv")).get(0);
        return Files.writeString(folder.resolve("classes.csv"), names + "\n" + String.join("\n", rows) + "\n");
    }

    private String run(URI door, int status, String... arguments) throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It does not run long enough to earn the second compiler back.
                "-XX:TieredStopAtLevel=1",
                EXAMPLES.resolve("ImportClasses.java").toString());
        program.command().addAll(List.of(arguments));
        program.environment().put("BEARHUG_API", door + "/api");
        program.environment().put("BEARHUG_CLIENT_ID", client.getString("id"));
        program.environment().put("BEARHUG_CLIENT_SECRET", client.getString("secret"));
        Process running = program.redirectErrorStream(true).start();
        String output = Shell.output(running);
        assertThat(running.exitValue()).as(output).isEqualTo(status);
        return output;
    }
}
