package org.bearhug.e2e;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** A block as it is asked for, for babies of 0 to 52 weeks, a session each day. */
final class BlockWish {

    private static final String ZONE = "Europe/London";

    private BlockWish() {}

    /** With these fields in the place of the usual ones. */
    static Map<String, Object> of(int sessions, int capacity, Duration begins, Map<String, String> fields) {
        LocalDateTime firstStart =
                LocalDateTime.now(ZoneId.of(ZONE)).plus(begins).truncatedTo(ChronoUnit.MINUTES);
        Map<String, Object> block = new HashMap<>(Map.of(
                "firstStart",
                firstStart.toString(),
                "timeZone",
                ZONE,
                "sessions",
                sessions,
                "everyDays",
                1,
                "durationMinutes",
                60,
                "capacity",
                capacity,
                "blockPrice",
                Map.of("amount", 6500, "currency", "GBP"),
                "dropInPrice",
                Map.of("amount", 1500, "currency", "GBP"),
                "ageWeeks",
                Map.of("from", 0, "to", 52),
                "callLink",
                Teaching.CALL));
        block.putAll(fields);
        if (fields.containsKey("meeting")) {
            block.remove("callLink");
        }
        return block;
    }
}
