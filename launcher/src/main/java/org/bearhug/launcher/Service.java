package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One service as a process of its own, with its log in a file. */
public final class Service {

    private static final int PATIENCE_SECONDS = 15;

    /** For writing its archive down, four at once on few cores. */
    private static final int PATIENCE_SECONDS_WHEN_LEARNING = 60;

    private final String name;
    private final int port;
    private final Jvm jvm;
    private final Map<String, String> environment;
    private final Home home;
    private final Consumer<Service> whenItDies;

    private Process process;
    private volatile boolean wanted;
    private volatile boolean learning;
    private volatile boolean healthy;

    /**
     * Not started yet.
     *
     * @param environment all of it; nothing is inherited beside
     * @param whenItDies told when it ends without having been asked to
     */
    Service(String name, int port, Jvm jvm, Map<String, String> environment, Home home, Consumer<Service> whenItDies) {
        this.name = name;
        this.port = port;
        this.jvm = jvm;
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.whenItDies = whenItDies;
    }

    /** Another instance of the same service, beside this one; it shares its database and has a name and log of its own. */
    public Service twin(String twinName, int twinPort) {
        Map<String, String> settings = new LinkedHashMap<>(environment);
        settings.put("BEARHUG_PORT", String.valueOf(twinPort));
        return new Service(twinName, twinPort, jvm, settings, home, whenItDies);
    }

    /** As in its log's name. */
    public String name() {
        return name;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** What it prints. */
    public Path log() {
        return home.log(name);
    }

    /** Starts the process and returns at once; {@link #awaitHealthy} waits. */
    public synchronized void start() {
        if (isRunning()) {
            throw new IllegalStateException(name + " runs already");
        }
        healthy = false;
        learning = jvm.archive().isToBeWritten();
        ProcessBuilder builder = new ProcessBuilder(jvm.command(draft())).redirectErrorStream(true);
        // What led to a death is not overwritten by the next life.
        if (process == null) {
            home.keepLog(name);
        }
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new StartFailure(name + " cannot be started: " + e.getMessage(), e);
        }
        wanted = true;
        Leftover.note(home.pidFile(name), process.toHandle());
        process.onExit().thenAccept(this::ended);
    }

    private void ended(Process which) {
        if (wanted && which == process) {
            whenItDies.accept(this);
        }
    }

    /** Waits until it says that it is ready; throws {@link StartFailure} when it dies or takes too long. */
    public void awaitHealthy() {
        new Health(this).await();
        healthy = true;
    }

    /** Whether there is a process. */
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Whether it will write down at its end what a later start is quicker with. */
    boolean isLearning() {
        return learning && healthy && isRunning();
    }

    private String draft() {
        return String.valueOf(port);
    }

    /** The exit status, once it has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    /** As when the machine fails: no chance to finish anything. Returns once it is gone. */
    public synchronized void kill() {
        wanted = false;
        endAtOnce();
    }

    /** Asks it to finish what it does and to end; after a while it is made to. Returns once it is gone. */
    public synchronized void stop() {
        wanted = false;
        if (process != null) {
            process.destroy();
            end();
        }
    }

    private void end() {
        int patience = isLearning() ? PATIENCE_SECONDS_WHEN_LEARNING : PATIENCE_SECONDS;
        try {
            process.onExit().orTimeout(patience, TimeUnit.SECONDS).join();
        } catch (CompletionException tooSlow) {
            endAtOnce();
            return;
        }
        if (healthy) {
            jvm.archive().accept(draft());
        } else {
            // It has seen too little.
            jvm.archive().reject(draft());
        }
        forgetNote();
    }

    private void endAtOnce() {
        process.destroyForcibly();
        process.onExit().join();
        jvm.archive().reject(draft());
        forgetNote();
    }

    private void forgetNote() {
        try {
            Files.deleteIfExists(home.pidFile(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
