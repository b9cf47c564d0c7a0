package org.bearhug.course.zoom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header in all its forms: Zoom sends a date-time (ISO 8601), HTTP knows dates and seconds. */
final class RetryAfter {

    private static final long LONGEST_SECONDS = 7 * 86_400L;

    private RetryAfter() {}

    /** When to come again, at most in a week; empty without a word that can be understood. */
    static Optional<Instant> read(Optional<String> header, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> isoDateTime(text).or(() -> httpDate(text)).or(() -> seconds(text, now)))
                .map(until -> until.isBefore(now) ? now : until)
                .map(until ->
                        until.isAfter(now.plusSeconds(LONGEST_SECONDS)) ? now.plusSeconds(LONGEST_SECONDS) : until);
    }

    private static Optional<Instant> isoDateTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> seconds(String text, Instant now) {
        return text.matches("\\d{1,9}") ? Optional.of(now.plusSeconds(Long.parseLong(text))) : Optional.empty();
    }
}
