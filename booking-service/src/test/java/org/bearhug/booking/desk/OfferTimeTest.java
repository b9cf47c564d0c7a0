package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferTimeTest {

    private static final OfferTime TWELVE_WAKING_HOURS =
            new OfferTime(Duration.ofHours(12), LocalTime.of(21, 0), LocalTime.of(7, 0));

    private static final Instant NEVER = Instant.parse("2040-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // in the morning: it ends the same evening, or the rest the next morning
        "2031-03-03T08:00:00Z, Europe/London, 2031-03-03T20:00:00Z",
        "2031-03-03T10:00:00Z, Europe/London, 2031-03-04T08:00:00Z",
        "2031-03-03T09:00:00Z, Europe/London, 2031-03-03T21:00:00Z",
        // at night the clock stands still
        "2031-03-03T21:00:00Z, Europe/London, 2031-03-04T19:00:00Z",
        "2031-03-04T02:00:00Z, Europe/London, 2031-03-04T19:00:00Z",
        "2031-03-04T06:59:59Z, Europe/London, 2031-03-04T19:00:00Z",
        "2031-03-04T07:00:00Z, Europe/London, 2031-03-04T19:00:00Z",
        // by the wall clock of the family
        "2031-03-03T21:00:00Z, America/New_York, 2031-03-04T19:00:00Z",
        "2031-03-03T10:00:00Z, Asia/Kathmandu, 2031-03-04T08:00:00Z",
        // the night of 30 March has an hour less in London, that of 26 October one more
        "2031-03-29T20:00:00Z, Europe/London, 2031-03-30T17:00:00Z",
        "2031-03-29T21:00:00Z, Europe/London, 2031-03-30T18:00:00Z",
        "2031-10-25T19:00:00Z, Europe/London, 2031-10-26T18:00:00Z",
        "2031-10-25T21:00:00Z, Europe/London, 2031-10-26T19:00:00Z",
    })
    void the_clock_stands_still_while_the_family_sleeps(Instant now, String zone, Instant expiry) {
        assertThat(TWELVE_WAKING_HOURS.expiry(now, ZoneId.of(zone), NEVER)).isEqualTo(expiry);
    }

    @Test
    void it_never_ends_later_than_there_is_time_to_join() {
        Instant latest = Instant.parse("2031-03-03T12:00:00Z");

        assertThat(TWELVE_WAKING_HOURS.expiry(latest.minusSeconds(3600), ZoneId.of("Europe/London"), latest))
                .isEqualTo(latest);
        assertThat(TWELVE_WAKING_HOURS.expiry(
                        Instant.parse("2031-03-02T22:00:00Z"),
                        ZoneId.of("Europe/London"),
                        Instant.parse("2031-03-03T03:00:00Z")))
                .isEqualTo(Instant.parse("2031-03-03T03:00:00Z"));
    }

    @Test
    void quiet_hours_may_lie_within_a_day_or_not_be_at_all() {
        OfferTime siesta = new OfferTime(Duration.ofHours(2), LocalTime.of(13, 0), LocalTime.of(16, 0));
        OfferTime always = new OfferTime(Duration.ofHours(12), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(siesta.expiry(Instant.parse("2031-03-03T11:00:00Z"), ZoneId.of("Europe/Madrid"), NEVER))
                .isEqualTo(Instant.parse("2031-03-03T16:00:00Z"));
        assertThat(always.expiry(Instant.parse("2031-03-03T23:00:00Z"), ZoneId.of("Europe/London"), NEVER))
                .isEqualTo(Instant.parse("2031-03-04T11:00:00Z"));
    }

    @Test
    void quiet_hours_that_end_in_a_gap_end_later_by_it() {
        // In Santiago the hour after midnight is skipped on 7 September 2031.
        OfferTime midnight = new OfferTime(Duration.ofHours(3), LocalTime.of(23, 0), LocalTime.of(0, 30));

        Instant expiry = midnight.expiry(Instant.parse("2031-09-07T02:00:00Z"), ZoneId.of("America/Santiago"), NEVER);

        assertThat(expiry).isEqualTo(Instant.parse("2031-09-07T06:30:00Z"));
    }
}
