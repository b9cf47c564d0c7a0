package org.bearhug.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator: wrk, from Debian (apt-get install wrk) or wherever PATH finds it. */
final class Wrk {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final Pattern RESULT =
            Pattern.compile("RESULT answered=(\\d+) refused=(\\d+) broken=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+)");

    private final Path folder;
    private double cpuSeconds;
    private double wallSeconds;

    Wrk(Path folder) {
        this.folder = folder;
    }

    /**
     * What came of a run.
     *
     * @param p50 in milliseconds, as p99; for a closed loop of so many connections
     */
    record Load(long answered, double perSecond, double p50, double p99) {}

    /** Sends what one of the scripts says; throws when there is any answer but 2xx and 3xx. */
    Load run(String script, String url, int connections, int seconds, Object... arguments) {
        return read(send(script, url, connections, seconds, arguments));
    }

    /** The same, for a program that has just been started: whatever it answers is good. */
    void warmUp(String script, String url, int connections, int seconds, Object... arguments) {
        send(script, url, connections, seconds, arguments);
    }

    private String send(String script, String url, int connections, int seconds, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t2",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "60s",
                "-s",
                folder.resolve(script).toString(),
                url,
                "--"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try (Program wrk = Program.start("wrk-" + RUNS.incrementAndGet(), folder, command, Map.of())) {
            double cpu = 0;
            while (wrk.isRunning()) {
                cpu = Math.max(cpu, wrk.cpuSeconds());
                Program.pause(50);
            }
            cpuSeconds += cpu;
            wallSeconds += seconds;
            return wrk.output();
        }
    }

    private static Load read(String printed) {
        Matcher result = RESULT.matcher(printed);
        if (!result.find() || !result.group(2).equals("0") || !result.group(3).equals("0")) {
            throw new WrongWork("not every request was answered well: " + printed);
        }
        long answered = Long.parseLong(result.group(1));
        return new Load(
                answered,
                answered * 1e6 / Long.parseLong(result.group(4)),
                Long.parseLong(result.group(5)) / 1e3,
                Long.parseLong(result.group(6)) / 1e3);
    }

    /** Of one core, on average over all runs. */
    double share() {
        return wallSeconds == 0 ? 0 : cpuSeconds / wallSeconds;
    }
}
