package org.bearhug.fakezoom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The creates and updates of each host in a day of UTC. */
final class DailyLimit {

    private static final int MOST = 100;

    private final Map<String, Integer> spent = new HashMap<>();
    private int nights;

    /** Counts one; false when there are none left today. */
    synchronized boolean spend(String host, Instant now) {
        String today = host + " " + LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(nights);
        if (spent.getOrDefault(today, 0) >= MOST) {
            return false;
        }
        spent.merge(today, 1, Integer::sum);
        return true;
    }

    Reply refusal(Instant now) {
        return Reply.error(
                        429,
                        429,
                        "You have reached the maximum daily rate limit for this API. Refer to the response header.")
                .with("Retry-After", LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1) + "T00:00:00Z");
    }

    /** Counts anew, as at midnight. */
    synchronized void endDay() {
        nights++;
    }

    synchronized Map<String, Integer> spent() {
        return Map.copyOf(spent);
    }

    synchronized void forget() {
        spent.clear();
        nights = 0;
    }
}
