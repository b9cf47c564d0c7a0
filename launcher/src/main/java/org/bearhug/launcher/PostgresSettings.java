package org.bearhug.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the server is told at its start. */
public final class PostgresSettings {

    /** The library turns these off, for tests that may lose their data; ours are real. */
    static final String[] DURABLE = {"fsync", "synchronous_commit", "full_page_writes"};

    private PostgresSettings() {}

    /** By name. */
    public static Map<String, String> all() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : DURABLE) {
            settings.put(name, "on");
        }
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "''");
        settings.put("password_encryption", "scram-sha-256");
        // Two instances of each service with their pools of 16, and some to look with.
        settings.put("max_connections", "120");
        settings.put("shared_buffers", "64MB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_min_duration_statement", "1000");
        // The values of statements are people's names and addresses.
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        return settings;
    }
}
