package org.bearhug.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bearhug.launcher.PostgresSettings;

/** A real PostgreSQL with the settings of {@code ./run}: whatever is measured is on disk before it is answered. */
final class Database implements AutoCloseable {

    static final String PASSWORD = "bearhug-development";

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    static Database start(Path folder) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            folder.resolve("postgresql-binaries").toFile())
                    .setDataDirectory(folder.resolve("postgresql"))
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8");
            PostgresSettings.all().forEach(builder::setServerConfig);
            Database database = new Database(builder.start());
            database.makeRoles();
            return database;
        } catch (IOException | SQLException e) {
            throw new WrongWork("PostgreSQL does not start", e);
        }
    }

    private void makeRoles() throws IOException, SQLException {
        try (Connection superuser = server.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement();
                InputStream roles = PostgresSettings.class.getResourceAsStream("roles.sql")) {
            statement.execute("CREATE DATABASE bearhug");
            try (Connection inside = server.getDatabase("postgres", "bearhug").getConnection();
                    Statement script = inside.createStatement()) {
                script.execute(new String(roles.readAllBytes(), StandardCharsets.UTF_8)
                        .replace("${password}", "'" + PASSWORD + "'"));
            }
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
                    shown.next();
                    if (!shown.getString(1).equals("on")) {
                        throw new WrongWork(setting + " is not on: nothing measured here would last");
                    }
                }
            }
        }
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/bearhug";
    }

    /** As booking-service's role. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?options=-c%20statement_timeout=0", "bookings", PASSWORD);
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new WrongWork("the data could not be written: " + e.getMessage(), e);
        }
    }

    /** Many rows that nobody waits for and whose references are right: quickly. */
    void load(String... statements) {
        try (Connection superuser = server.getDatabase("postgres", "bearhug").getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET search_path = bookings");
            statement.execute("SET session_replication_role = replica");
            statement.execute("SET synchronous_commit = off");
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new WrongWork("the data could not be loaded: " + e.getMessage(), e);
        }
    }

    long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new WrongWork("the data could not be counted: " + e.getMessage(), e);
        }
    }

    /** So that no round pays for the rows of the one before it. */
    void settle() {
        try (Connection superuser = server.getDatabase("postgres", "bearhug").getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("VACUUM (ANALYZE) bookings.seats");
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new WrongWork("the database could not be settled: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new WrongWork("PostgreSQL does not stop", e);
        }
    }
}
