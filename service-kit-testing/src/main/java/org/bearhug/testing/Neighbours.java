package org.bearhug.testing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a test has the other services do. */
public final class Neighbours {

    /** The system property with their address. */
    static final String ADDRESS = "bearhug.test.neighbours";

    private static final Strings STRINGS = Strings.atProperty(ADDRESS);

    private Neighbours() {}

    /** Publishes a fact in the feed of another service; the service under test will read it in a moment. */
    public static void publish(String feed, String type, UUID subject, long version, Map<String, ?> data) {
        STRINGS.pull(
                "/feeds/" + feed,
                Map.of(
                        "specversion",
                        "1.0",
                        "source",
                        feed,
                        "type",
                        type,
                        "subject",
                        subject.toString(),
                        "time",
                        Instant.now().toString(),
                        "datacontenttype",
                        "application/json",
                        "version",
                        version,
                        "data",
                        data));
    }

    /** Whether the feeds answer 503. */
    public static void away(boolean away) {
        STRINGS.pull("/away/" + away, Map.of());
    }
}
