package org.bearhug.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands around a service under test: a real PostgreSQL with the three roles and schemas, and a neighbourhood that
 * hands out keys, tokens and feeds. Found by Quarkus through the service loader, so a test needs no annotation for it. A
 * process with {@code -Dbearhug.test.guest=true} is a second instance beside a test: it brings nothing of its own, and is
 * told by system properties where the test has it all.
 */
public final class TestPlatform implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "for-tests-only";

    private EmbeddedPostgres postgres;
    private NeighbourServer neighbours;

    @Override
    public Map<String, String> start() {
        if (Boolean.getBoolean("bearhug.test.guest")) {
            return Map.of();
        }
        postgres = startPostgres();
        neighbours = NeighbourServer.start();
        Map<String, String> settings = new HashMap<>();
        settings.put("bearhug.db-url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
        settings.put("bearhug.db-password", PASSWORD);
        settings.put("bearhug.issuer", Tokens.ISSUER);
        settings.put("bearhug.users-url", neighbours.address());
        for (String feed : new String[] {"user-service", "course-service", "booking-service"}) {
            settings.put("bearhug.feeds." + feed, neighbours.address() + "/feeds/" + feed);
        }
        return settings;
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setOverrideWorkingDirectory(programs())
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                for (String role : new String[] {"users", "courses", "bookings"}) {
                    statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
                    statement.execute("CREATE SCHEMA " + role + " AUTHORIZATION " + role);
                    statement.execute("ALTER ROLE " + role + " SET search_path = " + role);
                }
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database cannot be prepared", e);
        }
    }

    /** Where PostgreSQL is unpacked, which takes seconds: once for a whole build, whose modules say where. */
    private static File programs() throws IOException {
        String place = System.getProperty("bearhug.test.programs");
        return place == null ? Files.createTempDirectory("bearhug-test").toFile() : new File(place);
    }

    @Override
    public void stop() {
        if (postgres == null) {
            return;
        }
        try {
            neighbours.stop();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
