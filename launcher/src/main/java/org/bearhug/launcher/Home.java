package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The data folder. It belongs to one launcher at a time, which the lock sees to; the lock goes with its process. */
final class Home implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            keepForOwner(folder);
            for (String inner : new String[] {"log", "run"}) {
                Files.createDirectories(folder.resolve(inner));
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new StartFailure("Bearhug already runs on " + folder + ". Stop it first, or give this one a"
                        + " folder of its own: BEARHUG_HOME=… BEARHUG_PORT_OFFSET=100 ./run");
            }
            return new Home(folder, channel);
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

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    Path log(String name) {
        return folder.resolve("log").resolve(name + ".log");
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
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
