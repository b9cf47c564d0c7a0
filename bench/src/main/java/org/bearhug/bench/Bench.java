package org.bearhug.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code bench/run}. */
final class Bench {

    private static final List<String> ALL = List.of("bookings", "reads", "startup", "storm", "signatures", "depth");

    private static final Logger LIBRARIES = Logger.getLogger("");

    private Bench() {}

    /** Started by the script, which names the folder of the modules as {@code bearhug.root}. */
    public static void main(String... words) {
        List<String> asked = new ArrayList<>(List.of(words));
        boolean quick = asked.remove("quick");
        boolean deep = asked.remove("--deep");
        int connections = connections(asked);
        if (!ALL.containsAll(asked)) {
            Say.line("bench/run [quick] [--deep] [--connections=128] [%s] …", String.join("] [", ALL));
            System.exit(2);
        }
        LIBRARIES.setLevel(Level.OFF);
        Path root = Path.of(System.getProperty("bearhug.root"));
        Scale scale = quick ? Scale.quick(deep, connections) : Scale.complete(deep, connections);
        Report report = new Report();
        Runtime.getRuntime().addShutdownHook(new Thread(report::print, "print the report"));
        Say.line(
                "%s, %d cores, Java %s",
                LocalDate.now(), Runtime.getRuntime().availableProcessors(), Runtime.version());
        long began = System.nanoTime();
        for (String row : asked.isEmpty() ? ALL : asked) {
            Say.line("%s, after %s …", row, minutesSince(began));
            report.attempt(row, () -> measure(row, root, scale, report));
        }
        report.note("All of it took %s.", minutesSince(began));
        report.print();
        System.exit(report.isWhole() ? 0 : 1);
    }

    /** Takes the word for them away; two groups of bookings, one under way and one that gathers, unless it says otherwise. */
    private static int connections(List<String> asked) {
        List<String> said = asked.stream()
                .filter(word -> word.matches("--connections=[1-9][0-9]{0,3}"))
                .toList();
        asked.removeAll(said);
        return said.isEmpty() ? 128 : Integer.parseInt(said.get(0).substring("--connections=".length()));
    }

    private static String minutesSince(long began) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        return "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }

    private static void measure(String row, Path root, Scale scale, Report report) {
        switch (row) {
            case "bookings" -> onStage(root, stage -> new BookingRows(stage, scale, report).measure());
            case "depth" -> onStage(root, stage -> new DepthRows(stage, scale, report).measure());
            case "reads" ->
                inHouse(root, house -> {
                    house.start();
                    new ReadRows(house, root, scale, report).measure();
                });
            case "storm" ->
                inHouse(root, house -> {
                    house.start();
                    new StormRow(house, root, scale, report).measure();
                });
            case "signatures" -> new SignatureRow(root, report).measure();
            case "startup" -> {
                report.attempt(
                        "booking-service's start and memory",
                        () -> onStage(root, stage -> new StartRows(stage, scale, report).measure()));
                report.attempt(
                        "the whole platform's start and memory",
                        () -> inHouse(root, house -> StartRows.wholePlatform(house, report)));
            }
            default -> throw new WrongWork("nothing is known of " + row);
        }
    }

    private static void onStage(Path root, Consumer<Stage> measure) {
        try (Stage stage = Stage.set(root)) {
            measure.accept(stage);
        }
    }

    private static void inHouse(Path root, Consumer<House> measure) {
        try (House house = House.in(root)) {
            measure.accept(house);
        }
    }
}
