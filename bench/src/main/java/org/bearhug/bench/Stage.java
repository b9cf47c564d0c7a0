package org.bearhug.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** booking-service alone on a database of its own, with people to book and nobody else around. */
final class Stage implements AutoCloseable {

    private static final List<String> SCRIPTS = List.of("book.lua", "get.lua", "one-statement.sql");

    final Path folder;
    final Database database;
    final Issuer issuer;
    final Peers peers;
    final World world;
    final Proof proof;
    private final Path tokens;
    private long nextSession;
    private long tokensSince;

    private Stage(Path root, Path folder) {
        this.folder = folder;
        writeScripts(folder);
        database = Database.start(folder);
        issuer = Issuer.start();
        peers = new Peers(root, folder, database, issuer);
        world = new World(database);
        proof = new Proof(database);
        tokens = folder.resolve("tokens");
    }

    /** With the schema made by booking-service itself. */
    static Stage set(Path root) {
        Stage stage = new Stage(root, House.folder("bearhug-bench"));
        try {
            Say.line("  Stage in %s", stage.folder);
            stage.peers.learn();
            stage.world.people();
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    static void writeScripts(Path folder) {
        for (String script : SCRIPTS) {
            try (InputStream source = Stage.class.getResourceAsStream(script)) {
                Files.write(folder.resolve(script), source.readAllBytes());
            } catch (IOException e) {
                throw new WrongWork("the scripts could not be written", e);
            }
        }
    }

    /** New sessions for a turn; returns the number of the first. */
    long sessions(int count, int capacity) {
        long first = nextSession;
        nextSession += count;
        world.sessions(first, count, capacity);
        return first;
    }

    /** A token lives fifteen minutes, a whole run longer; as long as it lives a carer keeps it. */
    private void giveTokens() {
        if (tokensSince == 0 || System.nanoTime() - tokensSince > TimeUnit.MINUTES.toNanos(10)) {
            issuer.writeTokens(tokens, World.CARERS);
            tokensSince = System.nanoTime();
        }
    }

    /** Bookings that nobody counts. */
    void warmUp(String address, int connections, int seconds) {
        giveTokens();
        int sessions = 2_000;
        long first = sessions(sessions, World.CHILDREN);
        new Wrk(folder).warmUp("book.lua", address, connections, seconds, tokens, first, sessions, World.CHILDREN);
    }

    /** A turn of bookings by HTTP, in sessions of its own, counted afterwards. */
    Wrk.Load book(Wrk wrk, String who, String address, int connections, int seconds, int sessions) {
        giveTokens();
        long first = sessions(sessions, World.CHILDREN);
        database.settle();
        Wrk.Load load = wrk.run("book.lua", address, connections, seconds, tokens, first, sessions, World.CHILDREN);
        proof.requireRight(who, first, sessions, load.answered(), connections);
        return load;
    }

    @Override
    public void close() {
        issuer.close();
        try {
            database.close();
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) {
        try (java.util.stream.Stream<Path> inner = Files.walk(folder)) {
            for (Path each : inner.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new WrongWork(folder + " could not be removed", e);
        }
    }
}
