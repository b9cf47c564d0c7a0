package org.bearhug.fakes;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Where a fake listens, on threads that keep no process alive. */
public final class FakeServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);

    private FakeServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Listens, but answers nobody yet; port 0 takes any that is free.
     *
     * @throws UncheckedIOException when somebody else listens there
     */
    public static FakeServer listen(String name, String host, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            return new FakeServer(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot listen on port " + port, e);
        }
    }

    /** Answers every call by this from now on. */
    public void answer(HttpHandler calls) {
        server.createContext("/", calls);
        server.start();
    }

    /** Where it listens. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Keeps a call waiting, until it is closed at the longest. */
    public void dawdle(Duration time) {
        try {
            closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
