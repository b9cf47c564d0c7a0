package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A process that a killed launcher left behind. It is ours only when it began when we noted it to have begun. */
record Leftover(Path pidFile, ProcessHandle process) {

    /** The kernel's word for when a process began moves a little when the clock is set. */
    private static final Duration SAME_BEGINNING = Duration.ofSeconds(2);

    private static final int PATIENCE_SECONDS = 12;

    /** Notes a process that we have started. */
    static void note(Path pidFile, ProcessHandle process) {
        try {
            long began =
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            Files.writeString(pidFile, process.pid() + " " + began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what the notes name, all at once, and removes the notes. */
    static void stopAll(Path pidFiles, Consumer<String> say) {
        try (Stream<Path> files = Files.list(pidFiles)) {
            List<Path> notes = files.toList();
            List<Leftover> found = new ArrayList<>();
            for (Path note : notes) {
                find(note).ifPresent(found::add);
            }
            for (Leftover leftover : found) {
                say.accept("Stopping a " + leftover.name() + " that an earlier run left behind.");
                leftover.process().destroy();
            }
            found.forEach(Leftover::awaitEnd);
            for (Path note : notes) {
                Files.deleteIfExists(note);
            }
        } catch (IOException e) {
            throw new StartFailure("What an earlier run left behind cannot be read: " + e, e);
        }
    }

    private String name() {
        return pidFile.getFileName().toString().replace(".pid", "");
    }

    private static Optional<Leftover> find(Path file) throws IOException {
        String[] words = Files.readString(file).strip().split(" ");
        try {
            Instant began = Instant.ofEpochMilli(Long.parseLong(words[words.length - 1]));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> beganAt(process, began))
                    .map(process -> new Leftover(file, process));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean beganAt(ProcessHandle process, Instant noted) {
        return process.info()
                .startInstant()
                .filter(began -> Duration.between(began, noted).abs().compareTo(SAME_BEGINNING) < 0)
                .isPresent();
    }

    private void awaitEnd() {
        if (!ends(process)) {
            process.destroyForcibly();
            ends(process);
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
