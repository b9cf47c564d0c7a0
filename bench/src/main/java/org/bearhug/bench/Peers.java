package org.bearhug.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bearhug.launcher.Jvm;

/**
 * booking-service as {@code ./run} starts it, and its twin as Spring applications are mostly started: with the JVM's own choice
 * of compilers and collector, which is more than booking-service has, and the same limit of its heap.
 */
record Peers(Path root, Path folder, Database database, Issuer issuer) {

    private static final String DRAFT = "bench";

    /** A started peer and where it takes bookings. */
    record Peer(Program program, String address, double readyAfterMillis) implements AutoCloseable {
        @Override
        public void close() {
            program.close();
        }
    }

    private Jvm jvm() {
        Path jar = root.resolve("booking-service/target/quarkus-app/quarkus-run.jar");
        return Jvm.of("booking-service", jar, true, List.of());
    }

    Peer ours() {
        return ours("on");
    }

    /** Each booking with a statement and a commit of its own. */
    Peer oursEachAlone() {
        return ours("off");
    }

    private Peer ours(String sharedCommits) {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>();
        environment.put("BEARHUG_SHARED_COMMITS", sharedCommits);
        environment.put("BEARHUG_HOST", "127.0.0.1");
        environment.put("BEARHUG_PORT", String.valueOf(port));
        environment.put("BEARHUG_DB_URL", database.url());
        environment.put("BEARHUG_DB_PASSWORD", Database.PASSWORD);
        environment.put("BEARHUG_ISSUER", issuer.address());
        environment.put("BEARHUG_USERS_URL", issuer.address());
        environment.put("BEARHUG_COURSES_URL", issuer.address());
        environment.put("BEARHUG_SMTP_HOST", "localhost");
        return start("booking-service-" + sharedCommits, jvm().command(DRAFT), environment, port, "/q/health/ready");
    }

    /** So that what is measured has the archive of classes that everybody has from the second start on. */
    void learn() {
        ours().close();
        jvm().archive().accept(DRAFT);
    }

    Peer twin() {
        int port = Ports.free();
        Map<String, String> environment = Map.of(
                "TWIN_PORT", String.valueOf(port),
                "TWIN_DB_URL", database.url(),
                "TWIN_DB_PASSWORD", Database.PASSWORD,
                "TWIN_ISSUER", issuer.address(),
                "TWIN_JWKS", issuer.address() + "/.well-known/jwks.json");
        Path jar = root.resolve("bench/spring-twin/target/spring-twin.jar");
        List<String> command = List.of(Program.java(), "-Xmx256m", "-jar", jar.toString());
        return start("spring-twin", command, environment, port, "/actuator/health");
    }

    private Peer start(String name, List<String> command, Map<String, String> environment, int port, String health) {
        Program program = Program.start(name, folder, command, environment);
        try {
            String address = "http://127.0.0.1:" + port;
            return new Peer(program, address, program.awaitAnswer(address + health));
        } catch (WrongWork failure) {
            program.close();
            throw failure;
        }
    }
}
