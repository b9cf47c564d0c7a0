package org.bearhug.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything listens; the offset moves all of it, so that several platforms fit on one machine. */
public record Ports(int offset) {

    private static final int HIGHEST_OFFSET = 65_535 - 54_320;

    /** Checks the offset. */
    public Ports {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new StartFailure("BEARHUG_PORT_OFFSET must be from 0 to " + HIGHEST_OFFSET + ".");
        }
    }

    static Ports read(String offset) {
        try {
            return new Ports(offset == null || offset.isBlank() ? 0 : Integer.parseInt(offset.strip()));
        } catch (NumberFormatException e) {
            throw new StartFailure("BEARHUG_PORT_OFFSET must be a number; it is '" + offset + "'.");
        }
    }

    /** The front door. */
    public int door() {
        return 8080 + offset;
    }

    /** The user-service. */
    public int users() {
        return 8081 + offset;
    }

    /** The course-service. */
    public int courses() {
        return 8082 + offset;
    }

    /** The booking-service. */
    public int bookings() {
        return 8083 + offset;
    }

    /** Where mail is handed in. */
    public int smtp() {
        return 1025 + offset;
    }

    /** Where mail is looked at. */
    public int mailbox() {
        return 8025 + offset;
    }

    /** The Zoom that is none, when it is asked for. */
    public int fakeZoom() {
        return 8090 + offset;
    }

    /** The Stripe that is none, when it is asked for. */
    public int fakeStripe() {
        return 8091 + offset;
    }

    /** PostgreSQL. */
    public int postgres() {
        return 54_320 + offset;
    }

    private Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("the front door", door());
        all.put("user-service", users());
        all.put("course-service", courses());
        all.put("booking-service", bookings());
        all.put("the mailbox (SMTP)", smtp());
        all.put("the mailbox's page", mailbox());
        all.put("PostgreSQL", postgres());
        return all;
    }

    /** Fails with the first port that somebody else has. */
    void requireFree() {
        all().forEach((use, port) -> {
            if (!isFree(port)) {
                throw new StartFailure("Port " + port + ", for " + use + ", is in use. Stop what uses it, or move all"
                        + " ports: BEARHUG_PORT_OFFSET=" + (offset + 100) + " ./run");
            }
        });
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
