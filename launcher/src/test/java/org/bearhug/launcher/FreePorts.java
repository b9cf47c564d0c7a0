package org.bearhug.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Offsets at which nothing listens. */
final class FreePorts {

    private FreePorts() {}

    static Ports any() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1500, 9000))
                .limit(100)
                .mapToObj(Ports::new)
                .filter(FreePorts::free)
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(Ports ports) {
        try {
            ports.requireFree();
            return true;
        } catch (StartFailure taken) {
            return false;
        }
    }

    static ServerSocket take(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
