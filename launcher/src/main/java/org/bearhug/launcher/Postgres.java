package org.bearhug.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A real PostgreSQL 18 on the data folder, for this machine alone, that loses nothing it said it has. */
final class Postgres {

    static final String DATABASE = "bearhug";

    private final Home home;
    private final int port;
    private final String superuserPassword;
    private final PostgresLog log;
    private final Postmaster postmaster;
    private final Runnable whenItDies;

    private EmbeddedPostgres running;
    private AtomicBoolean wanted = new AtomicBoolean();

    /** @param whenItDies told when it ends without having been asked to */
    Postgres(Home home, int port, Secrets secrets, Runnable whenItDies) {
        this.home = home;
        this.port = port;
        this.superuserPassword = secrets.get(Secrets.SUPERUSER);
        this.log = new PostgresLog(home.log("postgresql"));
        this.postmaster = new Postmaster(home.database());
        this.whenItDies = whenItDies;
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
            running = new PostgresLaunch(home, port, log).launch(first, superuserPassword);
            if (first) {
                Roles.setSuperuserPassword(connect("postgres"), superuserPassword);
            }
            PostgresLaunch.admit(home.database());
            Roles.settle(this, servicesPassword);
            Files.deleteIfExists(home.halfMade());
            tellOfDeath();
        } catch (IOException | SQLException e) {
            throw log.broken(home.database(), e);
        }
    }

    private void tellOfDeath() {
        AtomicBoolean thisLife = new AtomicBoolean(true);
        wanted = thisLife;
        postmaster.afterwards(() -> {
            if (thisLife.get()) {
                whenItDies.run();
            }
        });
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
        wanted.set(false);
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
