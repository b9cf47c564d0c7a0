package org.bearhug.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** The mailbox for people, as pages, and for programs: {@code GET /api/mails?to=ADDRESS}. */
final class MailboxServer {

    /**
     * A page of another site that has its name point here sends that name as the host; whoever comes on purpose uses an
     * address or localhost.
     */
    private static final Pattern HOST = Pattern.compile("(localhost|[0-9.]+|\\[[0-9a-fA-F:]+])(:\\d+)?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mailbox mailbox;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8, task -> {
        Thread thread = new Thread(task, "mailbox");
        thread.setDaemon(true);
        return thread;
    });

    MailboxServer(Mailbox mailbox, String host, int port) {
        this.mailbox = mailbox;
        try {
            this.server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new StartFailure("The mailbox's page cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    void start() {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String path = call.getRequestURI().getPath();
            String host = Optional.ofNullable(call.getRequestHeaders().getFirst("Host"))
                    .orElse("");
            if (!HOST.matcher(host).matches()) {
                send(call, 403, "text/plain", "The mailbox is looked at as localhost or by the machine's address.");
            } else if (!call.getRequestMethod().equals("GET")) {
                send(call, 405, "text/plain", "The mailbox is only looked at.");
            } else if (path.equals("/api/mails")) {
                List<MailView> found = wanted(call).stream().map(MailView::of).toList();
                send(call, 200, "application/json", JSON.writeValueAsString(found));
            } else if (path.equals("/")) {
                send(call, 200, "text/html", MailboxPage.list(wanted(call), address(call)));
            } else if (path.matches("/mails/\\d{1,18}")) {
                show(call, mailbox.get(Long.parseLong(path.substring("/mails/".length()))));
            } else {
                send(call, 404, "text/plain", "There is nothing here.");
            }
        }
    }

    private void show(HttpExchange call, Optional<Mail> mail) throws IOException {
        if (mail.isPresent()) {
            send(call, 200, "text/html", MailboxPage.mail(mail.get()));
        } else {
            send(call, 404, "text/plain", "This mail is gone; only the newest are kept.");
        }
    }

    private List<Mail> wanted(HttpExchange call) {
        String address = address(call);
        return address.isBlank() ? mailbox.all() : mailbox.to(address);
    }

    private static String address(HttpExchange call) {
        String query = Optional.ofNullable(call.getRequestURI().getRawQuery()).orElse("");
        for (String part : query.split("&")) {
            if (part.startsWith("to=")) {
                return URLDecoder.decode(part.substring("to=".length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void send(HttpExchange call, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        call.getResponseHeaders().set("Cache-Control", "no-store");
        call.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        call.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        call.getResponseHeaders().set("Content-Security-Policy", MailboxPage.CONTENT_SECURITY_POLICY);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }
}
