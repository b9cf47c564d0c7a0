package org.bearhug.user;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a mail server, always at the same port, and can keep a letter from going in. */
final class SmtpDoor {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;
    private int port;
    private String hung;

    int port() {
        return port;
    }

    void open(int behind) {
        try {
            listening = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = listening.getLocalPort();
        ServerSocket door = listening;
        background(() -> {
            while (true) {
                Socket client = door.accept();
                Socket server = new Socket("localhost", behind);
                open.add(client);
                open.add(server);
                background(() -> hear(client, server));
                background(() -> answer(server, client));
            }
        });
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Until one of the sockets is closed. */
    private static void background(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(Socket client, Socket server) throws IOException, InterruptedException {
        try (client;
                server) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream to = server.getOutputStream();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                waitWhileHung(line);
                to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                to.flush();
            }
        }
    }

    private static void answer(Socket server, Socket client) throws IOException {
        try (client;
                server) {
            InputStream from = server.getInputStream();
            from.transferTo(client.getOutputStream());
        }
    }

    synchronized void hangAt(String address) {
        hung = address;
        notifyAll();
    }

    private synchronized void waitWhileHung(String line) throws InterruptedException {
        while (hung != null && line.contains("<" + hung + ">")) {
            wait();
        }
    }

    void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
