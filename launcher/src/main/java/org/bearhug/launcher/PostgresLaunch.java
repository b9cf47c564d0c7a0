package org.bearhug.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One start of PostgreSQL, and who may connect to it then. */
record PostgresLaunch(Home home, int port, PostgresLog log) {

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

    /** @param first whether the superuser is still to get its password */
    EmbeddedPostgres launch(boolean first, String superuserPassword) throws IOException {
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
                .setDataDirectoryCustomizer(data -> admit(data.toPath(), first ? HBA_AT_FIRST : HBA));
        PostgresSettings.all().forEach(builder::setServerConfig);
        CompletableFuture<EmbeddedPostgres> start = CompletableFuture.supplyAsync(() -> start(builder));
        // The library waits its whole patience for a server that has long given up; its log tells at once.
        while (true) {
            try {
                return start.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (log.saysThatItGaveUp()) {
                    throw log.broken(home.database(), e);
                }
            } catch (ExecutionException e) {
                throw log.broken(home.database(), e.getCause());
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

    /** Lets in who has a password. */
    static void admit(Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), HBA);
    }

    private static void admit(Path data, String rules) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
