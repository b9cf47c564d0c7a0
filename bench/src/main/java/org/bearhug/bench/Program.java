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
    private static final long PATIENCE_SECONDS = 90;

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
            return new Program(name, builder.start(), log);
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
        if (!process.isAlive() || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            throw new WrongWork(name + " does not start; why is in " + log);
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

    /** Waits for its end, and returns all that it printed. */
    String output() {
        try {
            int exit = process.waitFor();
            String printed = Files.readString(log);
            if (exit != 0) {
                throw new WrongWork(name + " ended with " + exit + ": " + printed);
            }
            return printed;
        } catch (IOException | InterruptedException e) {
            throw new WrongWork(name + " was not heard out", e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
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
