package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-25T00:00:00Z          | 2026-11-25T00:00:00Z",
                "2026-11-24T14:00:00+01:00     | 2026-11-24T13:00:00Z",
                "Tue, 24 Nov 2026 12:30:00 GMT | 2026-11-24T12:30:00Z",
                "90                            | 2026-11-24T12:01:30Z",
                "0                             | 2026-11-24T12:00:00Z",
                "2020-01-01T00:00:00Z          | 2026-11-24T12:00:00Z",
                "2036-01-01T00:00:00Z          | 2026-12-01T12:00:00Z",
                "999999999                     | 2026-12-01T12:00:00Z",
            })
    void every_form_is_understood(String header, Instant until) {
        assertThat(RetryAfter.read(Optional.of(header), NOW)).contains(until);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "-5", "12.5", "99999999999999999999", "2026-13-01T00:00:00Z"})
    void what_is_none_says_nothing(String header) {
        assertThat(RetryAfter.read(Optional.of(header), NOW)).isEmpty();
    }

    @Test
    void no_header_says_nothing() {
        assertThat(RetryAfter.read(Optional.empty(), NOW)).isEmpty();
    }
}
