package org.bearhug.course.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Days where a session is taught, both inclusive; null for no bound.
 *
 * @param from the first
 * @param to the last
 */
public record Days(LocalDate from, LocalDate to) {

    /** Nothing is planned outside; what is asked beyond is as good as this, and PostgreSQL can count up to it. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final ZoneOffset FARTHEST_EAST = ZoneOffset.ofHours(14);
    private static final ZoneOffset FARTHEST_WEST = ZoneOffset.ofHours(-12);

    /** Whether any bound is there. */
    public boolean areAsked() {
        return from != null || to != null;
    }

    /** Sessions start at this wall time or later. */
    public LocalDateTime begin() {
        return (from == null || from.isBefore(FIRST) ? FIRST : from.isAfter(LAST) ? LAST : from).atStartOfDay();
    }

    /** Sessions start before this wall time. */
    public LocalDateTime end() {
        return to == null || !to.isBefore(LAST)
                ? LAST.plusDays(1).atStartOfDay()
                : to.isBefore(FIRST) ? FIRST.atStartOfDay() : to.plusDays(1).atStartOfDay();
    }

    /** No session of these days starts before this instant, whatever its zone; none at all was before the epoch. */
    public Instant earliest() {
        Instant begin = begin().toInstant(FARTHEST_EAST);
        return begin.isBefore(Instant.EPOCH) ? Instant.EPOCH : begin;
    }

    /** Each session of these days starts before this instant. */
    public Instant latest() {
        return end().toInstant(FARTHEST_WEST);
    }

    /** Reads an instant of a cursor; one that no database keeps is not of ours. */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new IllegalArgumentException(text);
        }
        return instant;
    }
}
