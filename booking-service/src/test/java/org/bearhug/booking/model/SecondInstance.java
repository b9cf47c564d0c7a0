package org.bearhug.booking.model;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A {@link SecondProcess} beside this one, on the database and with the neighbours of this one. Its bookings do not share
 * commits, unless that is asked for, so that both ways are gone.
 */
final class SecondInstance implements Instance, AutoCloseable {

    private static final int LONGEST_START_MS = 120_000;

    /** What is to be the same in both processes. */
    private static final List<String> SHARED = List.of(
            "bearhug.db-url",
            "bearhug.db-password",
            "bearhug.issuer",
            "bearhug.users-url",
            "bearhug.feeds.user-service",
            "bearhug.feeds.course-service",
            "bearhug.feeds.booking-service",
            "bearhug.tidy-every",
            "bearhug.test.key",
            "bearhug.test.neighbours");

    private final Process process;
    private final ServerSocket door;
    private Socket line;
    private BufferedReader in;
    private PrintWriter out;
    private volatile URI address;

    private SecondInstance(Process process, ServerSocket door) {
        this.process = process;
        this.door = door;
    }

    /** Starts it; whoever needs it first waits until it serves. */
    static SecondInstance start() {
        try {
            ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            door.setSoTimeout(LONGEST_START_MS);
            File log = Path.of("target", "second-process.log").toFile();
            Process process = new ProcessBuilder(command(door.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            return new SecondInstance(process, door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(int port) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=160m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dbasedir=" + System.getProperty("basedir"),
                "-Dbearhug.test.guest=true",
                "-Dbearhug.shared-commits=" + System.getProperty("bearhug.model-shared-commits", "off"),
                "-D" + SecondProcess.ORDERS_FROM + "=" + port));
        Config config = ConfigProvider.getConfig();
        SHARED.forEach(name ->
                config.getOptionalValue(name, String.class).ifPresent(value -> command.add("-D" + name + "=" + value)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SecondProcess.class.getName()));
        return command;
    }

    /** Waits until it serves. */
    private synchronized void connect() throws IOException {
        if (line == null) {
            line = door.accept();
            in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8);
            address = URI.create(in.readLine());
        }
    }

    @Override
    public URI address() {
        try {
            if (address == null) {
                connect();
            }
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException("see target/second-process.log", e);
        }
    }

    @Override
    public synchronized void order(Order order, String about) {
        try {
            connect();
            out.println(order + " " + about);
            String answer = in.readLine();
            if (!"done".equals(answer)) {
                throw new IllegalStateException(order + " " + about + ": " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("see target/second-process.log", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        door.close();
        if (line != null) {
            line.close();
        }
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
