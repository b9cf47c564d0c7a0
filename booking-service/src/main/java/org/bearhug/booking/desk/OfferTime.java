package org.bearhug.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How long an offer lasts: the clock stands still while its family sleeps.
 *
 * @param quietFrom when it stops, by the wall clock of the family; the same as {@code quietTo} for never
 * @param quietTo when it goes on
 */
record OfferTime(Duration lasts, LocalTime quietFrom, LocalTime quietTo) {

    /** When an offer made now expires for a family in this zone, or {@code latest}, if that is earlier. */
    Instant expiry(Instant now, ZoneId zone, Instant latest) {
        ZonedDateTime time = now.atZone(zone);
        Duration left = lasts;
        while (time.toInstant().isBefore(latest)) {
            boolean quiet = isQuiet(time.toLocalTime());
            ZonedDateTime change = next(time, quiet ? quietTo : quietFrom);
            Duration span = Duration.between(time, change);
            if (!quiet && left.compareTo(span) <= 0) {
                return earlier(time.plus(left).toInstant(), latest);
            }
            left = quiet ? left : left.minus(span);
            time = change;
        }
        return latest;
    }

    private boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(quietFrom);
        boolean over = !time.isBefore(quietTo);
        return quietFrom.isAfter(quietTo) ? begun || !over : begun && !over;
    }

    /** The next time after this one at which the wall clock shows that; where it is skipped, later by the gap. */
    private static ZonedDateTime next(ZonedDateTime time, LocalTime wall) {
        LocalDate day = time.toLocalDate();
        ZonedDateTime next = day.atTime(wall).atZone(time.getZone());
        while (!next.isAfter(time)) {
            day = day.plusDays(1);
            next = day.atTime(wall).atZone(time.getZone());
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
