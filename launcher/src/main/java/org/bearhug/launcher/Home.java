package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The data folder. It belongs to one launcher at a time. */
final class Home implements AutoCloseable {

    private final Path folder;
    private final HomeLock lock;

    private Home(Path folder, HomeLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            keepForOwner(folder);
            for (String inner : new String[] {"log", "run"}) {
                Files.createDirectories(folder.resolve(inner));
            }
            return new Home(folder, HomeLock.take(folder));
        } catch (IOException e) {
            throw new StartFailure("The data folder " + folder + " cannot be used: " + e, e);
        }
    }

    /** The library unpacks PostgreSQL's programs so that everybody may write them. */
    private static void keepForOwner(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path folder() {
        return folder;
    }

    Path log(String name) {
        return folder.resolve("log").resolve(name + ".log");
    }

    /** What a service printed in an earlier run stays beside what it prints now, until the next. */
    void keepLog(String name) {
        Path log = log(name);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartFailure(log + " cannot be put aside: " + e, e);
        }
    }

    Path pidFile(String name) {
        return folder.resolve("run").resolve(name + ".pid");
    }

    Path pidFiles() {
        return folder.resolve("run");
    }

    Path database() {
        return folder.resolve("postgresql");
    }

    Path binaries() {
        return folder.resolve("postgresql-binaries");
    }

    /** Stands while the database is made for the first time: what such a start leaves behind is worth nothing. */
    Path halfMade() {
        return folder.resolve("postgresql-in-the-making");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    /** Stands once the demo data are there. */
    Path demoMade() {
        return folder.resolve("demo-made");
    }

    /** Forgets all data; the lock, the logs and the unpacked programs stay. */
    void empty() {
        for (Path path : new Path[] {database(), halfMade(), secrets(), demoMade()}) {
            delete(path);
        }
    }

    static void delete(Path path) {
        try (Stream<Path> inner = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
            for (Path each : inner.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure(path + " cannot be deleted: " + e, e);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
