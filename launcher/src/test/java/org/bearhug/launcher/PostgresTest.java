package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One server, since to make one takes seconds; what ends it comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresTest {

    private static final String PASSWORD = "for-tests-only";

    @TempDir
    static Path folder;

    static Home home;
    static Ports ports;
    static Postgres postgres;
    static final AtomicInteger deaths = new AtomicInteger();

    @BeforeAll
    static void start() throws IOException {
        Unpacked.into(folder);
        home = Home.open(folder);
        ports = FreePorts.any();
        postgres = new Postgres(home, ports.postgres(), Secrets.of(home.secrets()), deaths::incrementAndGet);
        postgres.start(PASSWORD, line -> {});
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.stop();
        home.close();
        Unpacked.outOf(folder);
    }

    @Test
    @Order(0)
    void each_role_has_its_schema_and_no_right_on_the_others() throws SQLException {
        for (String role : List.of("users", "courses", "bookings")) {
            try (Connection own = postgres.connectAs(role, PASSWORD);
                    Statement statement = own.createStatement()) {
                statement.execute("CREATE TABLE secret_of_" + role + " (word text)");
                assertThat(one(statement, "SELECT current_schema()")).isEqualTo(role);
            }
        }
        for (String role : List.of("users", "courses", "bookings")) {
            for (String other : List.of("users", "courses", "bookings", "public")) {
                if (!role.equals(other)) {
                    refuses(role, "SELECT * FROM " + other + ".secret_of_" + other);
                    refuses(role, "CREATE TABLE " + other + ".intruder (word text)");
                }
            }
            refuses(role, "CREATE SCHEMA intruder");
            refuses(role, "CREATE TEMPORARY TABLE intruder (word text)");
            refuses(role, "CREATE ROLE intruder");
            refuses(role, "COPY (SELECT 1) TO PROGRAM 'true'");
        }
    }

    private static void refuses(String role, String statement) throws SQLException {
        try (Connection connection = postgres.connectAs(role, PASSWORD);
                Statement attempt = connection.createStatement()) {
            assertThatThrownBy(() -> attempt.execute(statement))
                    .as(role + ": " + statement)
                    .isInstanceOf(SQLException.class)
                    .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    @Order(1)
    void nobody_comes_in_without_the_right_password() {
        for (String role : List.of("users", "courses", "bookings", "postgres")) {
            assertThatThrownBy(() -> postgres.connectAs(role, "wrong")).hasMessageContaining("authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), role, null))
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/postgres", "users", PASSWORD))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    @Order(2)
    void what_is_committed_is_on_the_disk() throws SQLException {
        try (Connection superuser = postgres.connect("postgres");
                Statement statement = superuser.createStatement()) {
            for (String setting : PostgresSettings.DURABLE) {
                assertThat(one(statement, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(one(statement, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    @Order(3)
    void a_server_that_was_left_behind_is_stopped_and_its_data_are_kept() throws SQLException {
        write("kept");
        Postmaster postmaster = new Postmaster(home.database());

        assertThat(postmaster.stop()).isTrue();
        assertThat(postmaster.stop()).isFalse();
        await().untilAsserted(() -> assertThat(deaths).hasValue(1));

        postgres.stop();
        postgres.start("another-password", line -> {});
        assertThat(words("another-password")).containsExactly("kept");
    }

    @Test
    @Order(4)
    void a_note_with_the_number_of_somebody_else_stops_nobody() throws IOException {
        postgres.stop();
        assertThat(deaths).as("asked to end, it has not died").hasValue(1);
        Path note = home.database().resolve("postmaster.pid");
        long own = ProcessHandle.current().pid();
        Files.writeString(note, own + "\n" + home.database() + "\n");

        assertThat(new Postmaster(home.database()).stop()).isFalse();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(note).doesNotExist();
        postgres.start(PASSWORD, line -> {});
    }

    @Test
    @Order(5)
    void what_a_first_start_left_half_made_is_made_anew() throws IOException, SQLException {
        postgres.stop();
        Files.writeString(home.halfMade(), "");
        Files.delete(home.database().resolve("PG_VERSION"));

        postgres.start(PASSWORD, line -> {});

        assertThat(home.halfMade()).doesNotExist();
        write("new");
        assertThat(words(PASSWORD)).containsExactly("new");
    }

    @Test
    @Order(6)
    void broken_data_are_one_clear_line_and_not_touched() throws IOException {
        postgres.stop();
        Path control = home.database().resolve("global/pg_control");
        Files.writeString(control, "garbage");

        assertThatThrownBy(() -> postgres.start(PASSWORD, line -> {}))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("PostgreSQL does not start on " + home.database())
                .hasMessageContaining("pg_control")
                .hasMessageContaining("./run --fresh")
                .hasMessageNotContaining("\n");
        assertThat(control).hasContent("garbage");
    }

    private static void write(String word) throws SQLException {
        try (Connection connection = postgres.connectAs("users", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS words (word text)");
            statement.execute("INSERT INTO words VALUES (" + statement.enquoteLiteral(word) + ")");
        }
    }

    private static List<String> words(String password) throws SQLException {
        try (Connection connection = postgres.connectAs("users", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM words")) {
            List<String> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
