package org.bearhug.course.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

/** The dates of a block: the same wall time every so many days, on whichever side of a clock change. */
record Calendar(LocalDateTime firstStart, ZoneId zone, int everyDays, Set<LocalDate> skipDates) {

    /** The first {@code sessions} times that lie on no skipped date: these do not shorten a block. */
    Stream<WallTime> unfold(int sessions) {
        return Stream.iterate(firstStart, start -> start.plusDays(everyDays))
                .filter(start -> !skipDates.contains(start.toLocalDate()))
                .limit(sessions)
                .map(start -> WallTime.of(start, zone));
    }
}
