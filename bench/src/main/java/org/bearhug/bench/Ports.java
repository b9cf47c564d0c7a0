package org.bearhug.bench;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports that nobody uses. */
final class Ports {

    private Ports() {}

    static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new WrongWork("no port is free", e);
        }
    }
}
