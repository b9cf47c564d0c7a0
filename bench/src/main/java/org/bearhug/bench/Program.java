package org.bearhug.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program that runs beside this one, and what it needs of the machine. */
final class Program implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final int LAST_LINES = 20;
    private static final long PATIENCE_SECONDS = 240;

    private final String name;
    private final Process process;
    private final Path log;
    private final long began = System.nanoTime();

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Program start(String name, Path folder, List<String> command, Map<String, String> environment) {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Program program = new Program(name, builder.start(), log);
            // Whoever interrupts a benchmark wants nothing of it to go on.
            Runtime.getRuntime().addShutdownHook(new Thread(program.process::destroy, "stop " + name));
            return program;
        } catch (IOException e) {
            throw new WrongWork(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns how many milliseconds after its start it first answered 200 there. */
    double awaitAnswer(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (true) {
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return (System.nanoTime() - began) / 1e6;
                }
            } catch (IOException notYet) {
                requireThatItMayStillCome();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WrongWork("interrupted", e);
            }
            pause(10);
        }
    }

    private void requireThatItMayStillCome() {
        if (!process.isAlive() || patienceLeft() <= 0) {
            throw new WrongWork(name + " does not start: " + lastWords());
        }
    }

    /** Its log is gone with the folder when the row ends. */
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new WrongWork(log + " cannot be read", e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WrongWork("interrupted", e);
        }
    }

    /** Seconds of CPU that it has had. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    Memory memory() {
        return Memory.of(process.pid());
    }

    /** Waits for its end, though not for ever, and returns all that it printed. */
    String output() {
        try {
            if (!process.waitFor(patienceLeft(), TimeUnit.NANOSECONDS)) {
                throw new WrongWork(name + " does not come to its end: " + lastWords());
            }
            int exit = process.exitValue();
            String printed = Files.readString(log);
            if (exit != 0) {
                throw new WrongWork(name + " ended with " + exit + ": " + printed);
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WrongWork("interrupted", e);
        } catch (IOException e) {
            throw new WrongWork(name + " was not heard out", e);
        }
    }

    /** Of what is to end by itself; what hangs is given up by {@link #output}. */
    boolean isRunning() {
        return process.isAlive() && patienceLeft() > 0;
    }

    private long patienceLeft() {
        return TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS) - (System.nanoTime() - began);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
