package org.bearhug.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Who may do what in the database: a role and a schema for each service, and no right on the others'. */
final class Roles {

    private static final String SCRIPT = "roles.sql";

    private Roles() {}

    static void setSuperuserPassword(Connection superuser, String password) throws SQLException {
        try (superuser;
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD " + statement.enquoteLiteral(password));
        }
    }

    /** Makes what is missing, gives the services' roles this password, and checks that the server keeps what it is told. */
    static void settle(Postgres postgres, String password) throws SQLException {
        try (Connection superuser = postgres.connect("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("SELECT pg_reload_conf()");
            requireDurable(statement);
            if (!exists(superuser)) {
                statement.execute("CREATE DATABASE " + Postgres.DATABASE);
            }
        }
        try (Connection superuser = postgres.connect(Postgres.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(script().replace("${password}", statement.enquoteLiteral(password)));
        }
    }

    private static void requireDurable(Statement statement) throws SQLException {
        for (String setting : PostgresSettings.DURABLE) {
            try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
                shown.next();
                if (!shown.getString(1).equals("on")) {
                    throw new StartFailure("PostgreSQL runs with " + setting + " = " + shown.getString(1)
                            + " and could lose bookings; it is not used like this.");
                }
            }
        }
    }

    private static boolean exists(Connection superuser) throws SQLException {
        try (PreparedStatement query = superuser.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, Postgres.DATABASE);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static String script() {
        try (InputStream script = Roles.class.getResourceAsStream(SCRIPT)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
