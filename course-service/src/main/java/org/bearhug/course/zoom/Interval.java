package org.bearhug.course.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** From joining to leaving. */
record Interval(Instant from, Instant until) {

    /** The seconds that these cover together, in the order of their beginnings. */
    static long seconds(List<Interval> intervals) {
        long seconds = 0;
        Instant covered = Instant.MIN;
        for (Interval each : intervals) {
            Instant from = each.from.isAfter(covered) ? each.from : covered;
            if (each.until.isAfter(from)) {
                seconds += Duration.between(from, each.until).toSeconds();
                covered = each.until;
            }
        }
        return seconds;
    }
}
