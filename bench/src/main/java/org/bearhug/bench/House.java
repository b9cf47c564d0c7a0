package org.bearhug.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.bearhug.launcher.Platform;
import org.bearhug.launcher.Settings;

/** The whole platform as {@code ./run} starts it, with its demo people and classes, on a data folder of its own. */
final class House implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path root;
    final Path folder;
    private final org.bearhug.launcher.Ports ports;
    private Platform platform;

    private House(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
        this.ports = new org.bearhug.launcher.Ports(ThreadLocalRandom.current().nextInt(9_000, 11_000));
    }

    static House in(Path root) {
        return new House(root, folder("bearhug-bench-house"));
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new WrongWork("there is no room for " + name, e);
        }
    }

    /** Returns how many milliseconds it took until all of it was healthy and the demo was there. */
    double start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        // All log-ins come from one place.
        environment.put("BEARHUG_FAILED_LOGINS_PER_PLACE", "100000");
        platform = new Platform(new Settings(root, folder.resolve("home"), ports, environment), true, line -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop the platform"));
        long began = System.nanoTime();
        platform.start(false);
        return (System.nanoTime() - began) / 1e6;
    }

    void stop() {
        platform.close();
    }

    String address(String service) {
        return platform.service(service).address().toString();
    }

    JsonNode get(String url) {
        try {
            return JSON.readTree(answer(url, "identity").body());
        } catch (IOException e) {
            throw new WrongWork(url + " answers no JSON", e);
        }
    }

    /** The ETag of what is answered to who understands these codings. */
    String tag(String url, String codings) {
        return answer(url, codings).headers().firstValue("ETag").orElseThrow(() -> new WrongWork(url + " has no ETag"));
    }

    private static HttpResponse<String> answer(String url, String codings) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept-Encoding", codings)
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new WrongWork(url + " answers " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new WrongWork(url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WrongWork("interrupted", e);
        }
    }

    /** Of the services, the front door and all of PostgreSQL; not of the launcher, which here is the benchmark itself. */
    Memory memory() {
        try {
            long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("home/postgresql/postmaster.pid"))
                    .get(0));
            List<Memory> all = Stream.concat(
                            ProcessHandle.current().children(),
                            Stream.concat(
                                    ProcessHandle.of(postmaster).stream(),
                                    ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children)))
                    .filter(ProcessHandle::isAlive)
                    .map(process -> Memory.of(process.pid()))
                    .toList();
            return new Memory(
                    all.stream().mapToDouble(Memory::rss).sum(),
                    all.stream().mapToDouble(Memory::pss).sum());
        } catch (IOException e) {
            throw new WrongWork("PostgreSQL is not there", e);
        }
    }

    @Override
    public void close() {
        try {
            if (platform != null) {
                platform.close();
            }
        } finally {
            Stage.delete(folder);
        }
    }
}
