package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with fakes in the place of the services, and a real PostgreSQL. */
class PlatformTest {

    @TempDir
    Path root;

    private final Ports ports = FreePorts.any();

    @BeforeEach
    void build() throws IOException {
        FakeService.build(root);
        Unpacked.into(root.resolve("home"));
    }

    @AfterEach
    void clean_up() throws IOException {
        Unpacked.outOf(root.resolve("home"));
    }

    private Platform platform(Map<String, String> environment) {
        return new Platform(new Settings(root, root.resolve("home"), ports, environment), false, line -> {});
    }

    @Test
    void everything_starts_is_told_what_it_needs_and_leaves_nothing_behind() throws Exception {
        Platform platform = platform(Map.of("BEARHUG_OPERATORS_OWN", "yes", "BEARHUG_PORT", "1"));
        List<ProcessHandle> processes;
        try (platform) {
            platform.start(false);
            processes = processes();
            assertThat(processes).hasSize(4).allMatch(ProcessHandle::isAlive);

            String users = environmentOf(platform.service("user-service").address());
            String bookings = environmentOf(platform.service("booking-service").address());
            String secret = bookings.replaceAll("(?s).*BEARHUG_CLIENT_SECRET=([^,}]+).*", "$1");
            assertThat(users)
                    .contains("BEARHUG_OPERATORS_OWN=yes")
                    .contains("BEARHUG_PORT=" + ports.users())
                    .contains("booking-service=" + secret);
            assertThat(bookings)
                    .contains("BEARHUG_DB_URL=" + platform.databaseUrl())
                    .contains("BEARHUG_USERS_URL=http://localhost:" + ports.users())
                    .doesNotContain("BEARHUG_SERVICE_CLIENTS");
            assertThat(environmentOf(platform.door())).contains("BEARHUG_DEMO=false");

            a_service_can_be_killed_started_again_and_doubled(platform);
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(root.resolve("home/run")).isEmptyDirectory();
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    private void a_service_can_be_killed_started_again_and_doubled(Platform platform) throws Exception {
        Service bookings = platform.service("booking-service");
        Service twin = bookings.twin("booking-service-2", ports.bookings() + 10);
        twin.start();
        twin.awaitHealthy();
        bookings.kill();
        assertThat(bookings.isRunning()).isFalse();
        assertThat(environmentOf(twin.address())).contains("BEARHUG_PORT=" + (ports.bookings() + 10));

        bookings.start();
        bookings.awaitHealthy();
        twin.stop();

        assertThat(platform.death()).isNotDone();
        process("web").destroyForcibly();
        assertThat(platform.death().get(10, TimeUnit.SECONDS))
                .startsWith("web (exit ")
                .endsWith("web.log");
    }

    @Test
    void a_service_that_dies_at_its_start_is_one_clear_line_and_stops_the_others() {
        Platform platform = platform(Map.of("FAKE_DIES", String.valueOf(ports.courses())));

        assertThatThrownBy(() -> platform.start(false))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("course-service ended while it was starting")
                .hasMessageContaining("course-service.log");
        assertThat(root.resolve("home/run")).isEmptyDirectory();
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void a_launcher_that_was_killed_is_cleaned_up_after_and_one_that_is_asked_cleans_up_itself() throws Exception {
        Process killed = launcher();
        awaitUp();
        List<ProcessHandle> left = processes();
        killed.destroyForcibly().waitFor();
        assertThat(left).hasSize(4).allMatch(ProcessHandle::isAlive);

        Process asked = launcher();
        awaitUp();
        assertThat(left).noneMatch(ProcessHandle::isAlive);
        assertThat(root.resolve("home/log/web.log.1")).exists();
        List<ProcessHandle> running = processes();
        assertThat(running).hasSize(4).allMatch(ProcessHandle::isAlive);

        asked.destroy();

        assertThat(asked.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.exitValue()).isNotZero();
        assertThat(Files.readString(root.resolve("out"))).contains("that an earlier run left behind", "Stopped.");
        assertThat(running).noneMatch(ProcessHandle::isAlive);
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    private Process launcher() throws IOException {
        Files.deleteIfExists(root.resolve("out"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dbearhug.root=" + root,
                Main.class.getName(),
                "--no-demo");
        builder.environment().put("BEARHUG_HOME", root.resolve("home").toString());
        builder.environment().put("BEARHUG_PORT_OFFSET", String.valueOf(ports.offset()));
        return builder.redirectErrorStream(true)
                .redirectOutput(root.resolve("out").toFile())
                .start();
    }

    private void awaitUp() {
        org.awaitility.Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> Files.readString(root.resolve("out"))
                .contains("Bearhug is up"));
    }

    private List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        try (Stream<Path> notes = Files.list(root.resolve("home/run"))) {
            for (Path note : notes.toList()) {
                processes.add(noted(note));
            }
        }
        return processes;
    }

    private ProcessHandle process(String name) throws IOException {
        return noted(root.resolve("home/run/" + name + ".pid"));
    }

    private static ProcessHandle noted(Path note) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(note).split(" ")[0]))
                .orElseThrow();
    }

    private static String environmentOf(URI service) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
