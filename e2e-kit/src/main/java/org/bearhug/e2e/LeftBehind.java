package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bearhug.launcher.Platform;

/** What a platform has written in all its time: every mail, event, row and line of a log. */
final class LeftBehind {

    private static final List<String> SCHEMAS = List.of("users", "courses", "bookings");

    private LeftBehind() {}

    /** Fails when the address of a call lies open anywhere. */
    static void requireNoAddress(Platform platform) {
        String mails = given().baseUri(platform.mailbox().toString())
                .get("/api/mails")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(mails).contains("@");
        CallAddresses.requireNone("a mail", mails);
        logs(platform)
                .forEach(log -> CallAddresses.requireNone(log.getFileName().toString(), read(log)));
        for (String schema : SCHEMAS) {
            requireNone(platform, schema);
        }
    }

    /** Of all services, killed ones and second ones too, and of PostgreSQL. */
    private static List<Path> logs(Platform platform) {
        try (Stream<Path> all = Files.list(platform.service("web").log().getParent())) {
            List<Path> logs =
                    all.filter(file -> file.toString().endsWith(".log")).toList();
            assertThat(logs).hasSizeGreaterThanOrEqualTo(5);
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireNone(Platform platform, String schema) {
        String words = CallAddresses.ADDRESS.pattern().replace("\\d", "[0-9]");
        try (Connection database =
                DriverManager.getConnection(platform.databaseUrl(), schema, House.DATABASE_PASSWORD)) {
            for (String table : tables(database, schema)) {
                assertThat(number(database, "SELECT count(*) FROM \"" + table + "\" t WHERE t::text ~ '" + words + "'"))
                        .as(schema + "." + table)
                        .isZero();
            }
            if (schema.equals("courses")) {
                assertThat(number(database, "SELECT count(*) FROM outbox WHERE payload ->> 'sealedLink' <> ''"))
                        .as("the addresses are there, sealed")
                        .isPositive();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection database, String schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = database.createStatement()
                .executeQuery("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema = '" + schema + "'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        assertThat(tables).hasSizeGreaterThan(5);
        return tables;
    }

    private static long number(Connection database, String query) throws SQLException {
        try (ResultSet row = database.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
