package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL has said since the last start. */
final class PostgresLog {

    private static final Pattern COMPLAINT =
            Pattern.compile("(?m)^.*(?:FATAL|PANIC|initdb: error|postgres: ):? *(.+)$");
    private static final Pattern GAVE_UP = Pattern.compile("(?m)^pg_ctl: (error|could not start server)");

    private final Path file;
    private int begin;

    PostgresLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** What is there by now is of an earlier start. */
    void mark() {
        begin = Files.exists(file) ? bytes().length : 0;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String since() {
        if (!Files.exists(file)) {
            return "";
        }
        byte[] all = bytes();
        return new String(Arrays.copyOfRange(all, Math.min(begin, all.length), all.length), StandardCharsets.UTF_8);
    }

    boolean saysThatItGaveUp() {
        return GAVE_UP.matcher(since()).find();
    }

    Optional<String> lastComplaint() {
        Matcher complaints = COMPLAINT.matcher(since());
        Optional<String> last = Optional.empty();
        while (complaints.find()) {
            last = Optional.of(complaints.group(1));
        }
        return last;
    }

    /** Why it did not start, as it says itself. */
    StartFailure broken(Path data, Throwable cause) {
        String reason = lastComplaint().orElse(String.valueOf(cause.getMessage()));
        return new StartFailure(
                "PostgreSQL does not start on " + data + ": " + reason + " (more in " + file
                        + "). If these data may go: ./run --fresh",
                cause);
    }
}
