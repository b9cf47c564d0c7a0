package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "Europe/London,    2027-03-21T10:00, 2027-03-21T10:00:00Z, 2027-03-28T09:00:00Z",
        "Europe/London,    2027-10-24T10:00, 2027-10-24T09:00:00Z, 2027-10-31T10:00:00Z",
        "America/New_York, 2027-03-07T19:30, 2027-03-08T00:30:00Z, 2027-03-14T23:30:00Z",
        "America/New_York, 2027-10-31T19:30, 2027-10-31T23:30:00Z, 2027-11-08T00:30:00Z",
    })
    void the_wall_time_stays_and_the_instant_moves_with_the_clocks(
            String zone, LocalDateTime first, Instant before, Instant after) {
        List<WallTime> starts = unfold(first, zone, 7, 2);

        assertThat(starts).extracting(WallTime::instant).containsExactly(before, after);
        assertThat(starts).extracting(start -> start.localStart().toLocalTime()).containsOnly(first.toLocalTime());
        assertThat(starts).extracting(WallTime::clockChange).containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London,    2027-03-28T01:00, 2027-03-28T02:00, 2027-03-28T01:00:00Z",
        "Europe/London,    2027-03-28T01:59, 2027-03-28T02:59, 2027-03-28T01:59:00Z",
        "America/New_York, 2027-03-14T02:30, 2027-03-14T03:30, 2027-03-14T07:30:00Z",
    })
    void a_time_that_the_clocks_skip_moves_behind_the_gap(
            String zone, LocalDateTime wish, LocalDateTime shown, Instant instant) {
        WallTime start = unfold(wish, zone, 7, 1).get(0);

        assertThat(start).isEqualTo(new WallTime(shown, ZoneId.of(zone), ClockChange.SKIPPED));
        assertThat(start.instant()).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/London,    2027-10-31T01:30, 2027-10-31T00:30:00Z",
        "America/New_York, 2027-11-07T01:00, 2027-11-07T05:00:00Z",
    })
    void a_time_that_the_clocks_show_twice_is_the_first(String zone, LocalDateTime wish, Instant instant) {
        WallTime start = unfold(wish, zone, 7, 1).get(0);

        assertThat(start).isEqualTo(new WallTime(wish, ZoneId.of(zone), ClockChange.DOUBLED));
        assertThat(start.instant()).isEqualTo(instant);
    }

    @Test
    void the_edges_of_the_gap_and_of_the_doubled_hour_are_ordinary_times() {
        for (String ordinary :
                List.of("2027-03-28T00:59", "2027-03-28T02:00", "2027-10-31T00:59", "2027-10-31T02:00")) {
            assertThat(WallTime.of(LocalDateTime.parse(ordinary), LONDON).clockChange())
                    .as(ordinary)
                    .isNull();
        }
    }

    @Test
    void only_the_session_in_the_gap_moves_and_the_next_is_back_at_its_time() {
        assertThat(unfold(LocalDateTime.parse("2027-03-21T01:30"), "Europe/London", 7, 3))
                .extracting(WallTime::localStart)
                .containsExactly(
                        LocalDateTime.parse("2027-03-21T01:30"),
                        LocalDateTime.parse("2027-03-28T02:30"),
                        LocalDateTime.parse("2027-04-04T01:30"));
    }

    @Test
    void dates_that_are_skipped_do_not_shorten_a_block() {
        LocalDateTime first = LocalDateTime.parse("2027-01-07T10:00");
        Set<LocalDate> holidays =
                Set.of(LocalDate.parse("2027-01-07"), LocalDate.parse("2027-01-21"), LocalDate.parse("2027-01-22"));

        assertThat(new Calendar(first, LONDON, 7, holidays).unfold(3))
                .extracting(start -> start.localStart().toLocalDate())
                .containsExactly(
                        LocalDate.parse("2027-01-14"), LocalDate.parse("2027-01-28"), LocalDate.parse("2027-02-04"));
    }

    @Test
    void whatever_the_block_its_wall_time_is_constant_outside_a_gap() {
        Random random = new Random(20261124);
        List<String> zones = List.of(
                "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "UTC");
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime first = LocalDate.of(2027, 1, 1)
                    .plusDays(random.nextInt(1_000))
                    .atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)));
            int everyDays = 1 + random.nextInt(28);
            Set<LocalDate> skipped = randomDates(random, first.toLocalDate(), everyDays);
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            int sessions = 1 + random.nextInt(52);

            List<WallTime> starts = new Calendar(first, zone, everyDays, skipped)
                    .unfold(sessions)
                    .toList();

            assertThat(starts).hasSize(sessions);
            for (WallTime start : starts) {
                if (start.clockChange() != ClockChange.SKIPPED) {
                    assertThat(start.localStart().toLocalTime()).isEqualTo(first.toLocalTime());
                    assertThat(skipped).doesNotContain(start.localStart().toLocalDate());
                }
                assertThat(start.instant().atZone(zone).toLocalDateTime()).isEqualTo(start.localStart());
            }
            IntStream.range(1, sessions).forEach(n -> assertThat(Duration.between(
                                    starts.get(n - 1).instant(), starts.get(n).instant())
                            .toHours())
                    .isGreaterThanOrEqualTo(22));
        }
    }

    private static Set<LocalDate> randomDates(Random random, LocalDate first, int everyDays) {
        List<LocalDate> dates = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            dates.add(first.plusDays((long) everyDays * random.nextInt(20)));
        }
        return Set.copyOf(dates);
    }

    private static List<WallTime> unfold(LocalDateTime first, String zone, int everyDays, int sessions) {
        return new Calendar(first, ZoneId.of(zone), everyDays, Set.of())
                .unfold(sessions)
                .toList();
    }
}
