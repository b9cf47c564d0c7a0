package org.bearhug.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A real PostgreSQL 18 on the data folder, for this machine alone, that loses nothing it said it has. */
final class Postgres {

    static final String DATABASE = "bearhug";

    /** Every connection says who it is; the superuser is the launcher. */
    private static final String HBA =
            """
            # Written by the launcher at each start.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            # for pg_basebackup
            host replication postgres 127.0.0.1/32 scram-sha-256
            host replication postgres ::1/128      scram-sha-256
            """;

    /** For the moment in which the superuser gets its password. */
    private static final String HBA_AT_FIRST =
            """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128      trust
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final int port;
    private final String superuserPassword;
    private final PostgresLog log;
    private final Postmaster postmaster;

    private EmbeddedPostgres running;

    Postgres(Home home, int port, Secrets secrets) {
        this.home = home;
        this.port = port;
        this.superuserPassword = secrets.get(Secrets.SUPERUSER);
        this.log = new PostgresLog(home.log("postgresql"));
        this.postmaster = new Postmaster(home.database());
    }

    /** Starts it and brings roles and schemas into shape. */
    void start(String servicesPassword, Consumer<String> say) {
        try {
            if (Files.exists(home.halfMade())) {
                Home.delete(home.database());
            }
            boolean first = !Files.exists(home.database());
            say.accept(first ? "Making a new database (only this once) …" : "Starting PostgreSQL …");
            if (first) {
                Files.writeString(home.halfMade(), "");
            }
            log.mark();
            running = launch(first);
            if (first) {
                Roles.setSuperuserPassword(connect("postgres"), superuserPassword);
            }
            Files.writeString(home.database().resolve("pg_hba.conf"), HBA);
            Roles.settle(this, servicesPassword);
            Files.deleteIfExists(home.halfMade());
        } catch (IOException | SQLException e) {
            throw broken(e);
        }
    }

    private EmbeddedPostgres launch(boolean first) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.binaries().toFile())
                .setDataDirectory(home.database())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setConnectConfig("password", superuserPassword)
                .setDataDirectoryCustomizer(data -> admit(data, first ? HBA_AT_FIRST : HBA));
        PostgresSettings.all().forEach(builder::setServerConfig);
        CompletableFuture<EmbeddedPostgres> start = CompletableFuture.supplyAsync(() -> start(builder));
        // The library waits its whole patience for a server that has long given up; its log tells at once.
        while (true) {
            try {
                return start.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (log.saysThatItGaveUp()) {
                    throw broken(e);
                }
            } catch (ExecutionException e) {
                throw broken(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void admit(File data, String rules) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StartFailure broken(Throwable cause) {
        String reason = log.lastComplaint().orElse(String.valueOf(cause.getMessage()));
        return new StartFailure(
                "PostgreSQL does not start on " + home.database() + ": " + reason + " (more in " + log.file()
                        + "). If these data may go: ./run --fresh",
                cause);
    }

    /** As the superuser; the caller closes it. */
    Connection connect(String database) throws SQLException {
        return running.getDatabase("postgres", database, properties()).getConnection();
    }

    private Map<String, String> properties() {
        return Map.of("password", superuserPassword);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** As one of the services' roles. */
    Connection connectAs(String role, String password) throws SQLException {
        Properties login = new Properties();
        login.put("user", role);
        login.put("password", password);
        return DriverManager.getConnection(url(), login);
    }

    /** Ends it cleanly. The library gives it five seconds; whoever has much to write down gets more from us. */
    void stop() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            running = null;
        }
        postmaster.stop();
    }
}
