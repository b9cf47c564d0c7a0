package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a JVM has learnt of a service's classes (AppCDS), for a quicker start. The first run that ends in peace writes it
 * beside the jar, one for each version of Java that comes by; one that is older than the jar is written anew. The JVM itself
 * ignores what does not fit it.
 *
 * @param mayBeWritten whether a run that finds none writes one
 */
public record ClassArchive(Path jar, Path file, boolean mayBeWritten) {

    static ClassArchive of(Path jar, boolean wanted) {
        Path file = jar.resolveSibling("classes-" + Runtime.version() + ".jsa");
        return new ClassArchive(jar, file, wanted && Files.isWritable(jar.getParent()));
    }

    /** Whether there is one that is as new as the jar. */
    boolean isFresh() {
        try {
            return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar)) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a run that begins now writes one. */
    boolean isToBeWritten() {
        return mayBeWritten && !isFresh();
    }

    /** Reads it where it is fresh, otherwise writes a draft of this name, or neither. */
    List<String> options(String draft) {
        if (isToBeWritten()) {
            // Of each class that cannot be kept there would be a line.
            return List.of("-XX:ArchiveClassesAtExit=" + draft(draft), "-Xlog:cds=error");
        }
        return isFresh() ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
    }

    /** Takes the draft, if there is one. */
    public void accept(String draft) {
        try {
            if (Files.exists(draft(draft))) {
                Files.move(draft(draft), file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws the draft away, if there is one: nobody knows whether it is whole. */
    void reject(String draft) {
        try {
            Files.deleteIfExists(draft(draft));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two instances that run at once have a draft each. */
    private Path draft(String name) {
        return file.resolveSibling(file.getFileName() + "." + name);
    }
}
