package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real JVM, and a fake in the place of a service. */
class ClassArchiveTest {

    @TempDir
    Path root;

    private final int port = FreePorts.any().door();
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        FakeService.build(root);
        jar = root.resolve("web/target/quarkus-app/quarkus-run.jar");
    }

    private Service service(Home home) {
        return new Service(
                "web",
                port,
                Jvm.of("web", jar, true, List.of()),
                Map.of("BEARHUG_PORT", String.valueOf(port)),
                home,
                service -> {});
    }

    @Test
    void what_a_run_has_learnt_makes_the_next_one_quicker_until_the_jar_is_newer() throws IOException {
        ClassArchive archive = ClassArchive.of(jar, true);
        try (Home home = Home.open(root.resolve("home"))) {
            Service service = service(home);
            assertThat(archive.options("draft")).contains("-XX:ArchiveClassesAtExit=" + archive.file() + ".draft");
            service.start();
            service.awaitHealthy();
            assertThat(service.isLearning()).isTrue();
            service.stop();
            Files.delete(service.log());

            assertThat(archive.isFresh()).isTrue();
            assertThat(files()).containsExactlyInAnyOrder(jar, archive.file());
            assertThat(Jvm.of("web", jar, true, List.of()).command("draft"))
                    .contains("-XX:SharedArchiveFile=" + archive.file());
            service.start();
            service.awaitHealthy();
            assertThat(service.isLearning()).isFalse();
            assertThat(Files.readString(service.log())).doesNotContain("shared", "archive");
            service.stop();
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(10)));
        assertThat(archive.isFresh()).isFalse();
        assertThat(ClassArchive.of(jar, false).options("draft")).isEmpty();
    }

    @Test
    void who_is_killed_or_has_not_become_healthy_has_learnt_nothing() throws IOException {
        try (Home home = Home.open(root.resolve("home"))) {
            Service service = service(home);
            service.start();
            service.awaitHealthy();
            service.kill();
            service.start();
            service.stop();
        }
        assertThat(files()).containsExactly(jar);
    }

    private Stream<Path> files() throws IOException {
        return Files.list(jar.getParent());
    }
}
