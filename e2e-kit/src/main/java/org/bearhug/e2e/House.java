package org.bearhug.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.bearhug.launcher.Platform;
import org.bearhug.launcher.Ports;
import org.bearhug.launcher.Settings;
import org.bearhug.launcher.StartFailure;

/** The whole platform, started once for all tests from the packaged services, with its demo people. */
final class House {

    static final String DATABASE_PASSWORD = "bearhug-development";

    private static final int TRIES = 5;

    private static Platform platform;
    private static Path home;

    private House() {}

    /** Started when the first test asks for it, stopped when all are done. */
    static synchronized Platform platform() {
        if (platform == null) {
            home = home("bearhug-e2e");
            platform = start(1);
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop the platform"));
        }
        return platform;
    }

    private static Platform start(int attempt) {
        Path root = Path.of(System.getProperty("bearhug.root"));
        Ports ports = new Ports(ThreadLocalRandom.current().nextInt(200, 9_000));
        CallAddresses.watch(ports);
        Platform fresh = new Platform(new Settings(root, home, ports, environment()), true, line -> {});
        try {
            fresh.start(false);
            return fresh;
        } catch (StartFailure failure) {
            if (attempt < TRIES && failure.getMessage().contains("in use")) {
                return start(attempt + 1);
            }
            throw failure;
        }
    }

    /** Erasing takes no seven days here, nobody waits for the letters of others, and Zoom is played. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("BEARHUG_ERASURE_WAIT", "PT0S");
        environment.put("BEARHUG_ERASURE_EVERY", "1s");
        // All of them register from one place.
        environment.put("BEARHUG_LETTERS_PER_PLACE", "10000");
        // None is to be forgotten before the last look.
        environment.put("BEARHUG_MAILBOX_KEEPS", "20000");
        environment.put("BEARHUG_FAKE_ZOOM", "true");
        environment.put("BEARHUG_JOIN_OPENS_BEFORE", "PT15M");
        environment.put("BEARHUG_ZOOM_HOSTS", "host-a,host-b,host-c");
        environment.put("BEARHUG_ZOOM_PLAN", "BUSINESS");
        // What takes minutes in earnest takes seconds here.
        environment.put("BEARHUG_ZOOM_TIMEOUT", "PT1S");
        environment.put("BEARHUG_ZOOM_FIRST_PAUSE", "PT1S");
        environment.put("BEARHUG_ZOOM_HEARTBEAT", "PT1S");
        environment.put("BEARHUG_TIDY_EVERY", "2s");
        environment.put("BEARHUG_CLASS_ARCHIVES", "false");
        // Started once and stopped soon, it has no use for the thorough compiler.
        environment.put("BEARHUG_JVM", "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=1");
        return environment;
    }

    /** A new one; PostgreSQL lies unpacked in it, as the tests of the services have left it. */
    static Path home(String name) {
        try {
            Path unpacked =
                    Files.createDirectories(Path.of(System.getProperty("bearhug.root"), "target", "postgresql"));
            Path fresh = Files.createTempDirectory(name);
            Files.createSymbolicLink(fresh.resolve("postgresql-binaries"), unpacked);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What PostgreSQL or a service has written to its log. */
    static String log(String name) {
        try {
            return Files.readString(home.resolve("log").resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Connection database(String role) throws SQLException {
        return DriverManager.getConnection(platform().databaseUrl(), role, DATABASE_PASSWORD);
    }

    /** Changes rows in the schema of this role, past its service. */
    static void change(String role, String statement) {
        try (Connection connection = database(role)) {
            connection.createStatement().executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The first column of the first row, in the schema of this role. */
    static long number(String role, String query) {
        try (Connection connection = database(role);
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
