package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps others out of a data folder; it goes with its process. */
record HomeLock(FileChannel channel) implements AutoCloseable {

    /** @throws StartFailure when somebody has it */
    static HomeLock take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new StartFailure("Bearhug already runs on " + folder + ". Stop it first, or give this one a"
                    + " folder of its own: BEARHUG_HOME=… BEARHUG_PORT_OFFSET=100 ./run");
        }
        return new HomeLock(channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
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
