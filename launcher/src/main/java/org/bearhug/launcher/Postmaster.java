package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The server process of one data folder, found by the note that PostgreSQL keeps there itself. */
record Postmaster(Path data) {

    private static final int PATIENCE_SECONDS = 30;

    /** Stops it as PostgreSQL's fast shutdown does: clients are sent away, all is written down. Returns whether it ran. */
    boolean stop() {
        Optional<ProcessHandle> found = find();
        found.ifPresent(process -> {
            signal(process, "INT");
            if (!ends(process)) {
                // As after a power cut: the next start recovers from the log.
                signal(process, "QUIT");
                ends(process);
            }
        });
        forgetStaleNote();
        return found.isPresent();
    }

    /** Has this done when it ends, whoever ends it; at once when it does not run. */
    void afterwards(Runnable then) {
        find().map(ProcessHandle::onExit)
                .orElse(CompletableFuture.completedFuture(null))
                .thenRun(then);
    }

    /** Only a process that was started as a PostgreSQL on this very folder. */
    private Optional<ProcessHandle> find() {
        return noted().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private Optional<Long> noted() {
        Path note = note();
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(note);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path note() {
        return data.resolve("postmaster.pid");
    }

    private boolean isOurs(ProcessHandle process) {
        String command = process.info().command().orElse("");
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return command.endsWith("postgres") && List.of(arguments).contains(data.toString());
    }

    /** Its number may belong to somebody else by now, and PostgreSQL would refuse to start beside it. */
    private void forgetStaleNote() {
        try {
            if (find().isEmpty()) {
                Files.deleteIfExists(note());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
