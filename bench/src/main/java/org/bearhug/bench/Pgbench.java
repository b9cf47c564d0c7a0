package org.bearhug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, from Debian (apt-get install postgresql-contrib): the embedded server brings none. */
final class Pgbench {

    private static final Pattern COUNT = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final Path folder;
    private final Database database;
    private final String program;
    private int runs;

    Pgbench(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.program = find();
    }

    record Load(long done, double perSecond) {}

    /** Debian keeps it where PATH does not look, and puts a wrapper where it does; the newest is taken. */
    private static String find() {
        try (Stream<Path> versions = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql"))
                : Stream.of()) {
            return versions.map(version -> version.resolve("bin/pgbench"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .max(String::compareTo)
                    .orElse("pgbench");
        } catch (IOException e) {
            throw new WrongWork("pgbench was not found", e);
        }
    }

    String version() {
        try (Program asked = Program.start("pgbench-version", folder, List.of(program, "--version"), Map.of())) {
            return asked.output().strip();
        }
    }

    /** One booking a transaction, as fast as so many clients can. */
    Load run(String script, int clients, int seconds, long firstSession, int sessions) {
        List<String> command = List.of(
                program,
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(database.port()),
                "-U",
                "bookings",
                "-n",
                "-M",
                "prepared",
                "-c",
                String.valueOf(clients),
                "-j",
                "2",
                "-T",
                String.valueOf(seconds),
                "-D",
                "first=" + firstSession,
                "-D",
                "sessions=" + sessions,
                "-D",
                "carers=" + World.CARERS,
                "-D",
                "clients=" + clients,
                "-D",
                "n=0",
                "-D",
                "run=" + firstSession,
                "-f",
                folder.resolve(script).toString(),
                "bearhug");
        try (Program bench =
                Program.start("pgbench-" + ++runs, folder, command, Map.of("PGPASSWORD", Database.PASSWORD))) {
            String printed = bench.output();
            if (number(FAILED, printed) != 0) {
                throw new WrongWork("pgbench failed in some transactions: " + printed);
            }
            return new Load((long) number(COUNT, printed), number(RATE, printed));
        }
    }

    private static double number(Pattern pattern, String printed) {
        Matcher found = pattern.matcher(printed);
        if (!found.find()) {
            throw new WrongWork("pgbench says: " + printed);
        }
        return Double.parseDouble(found.group(1));
    }
}
