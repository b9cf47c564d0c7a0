package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the weekends on which the clocks change in London a class is at ten on both days: in Zoom, API and calendar. */
class DaylightIT {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @EnumSource(names = {"MARCH", "OCTOBER"})
    void a_class_is_at_the_same_wall_time_on_both_sides_of_the_change(Month month) {
        LocalDateTime saturday = lastSunday(month).minusDays(1).atTime(10, 0);
        Teaching block = Teaching.publishWithZoom(2, saturday);
        Someone cara = Someone.carer();
        cara.bookBlock(block.blockId(), cara.child("Mia", 0)).then().statusCode(201);

        List<String> starts = block.sessionIds().stream()
                .map(session -> {
                    Map<String, Object> view = block.instructor()
                            .asks()
                            .get("/api/courses/v1/sessions/" + session)
                            .jsonPath()
                            .getMap("");
                    assertThat(view.get("localStart").toString()).endsWith("T10:00:00");
                    return view.get("startsAt").toString();
                })
                .toList();
        assertThat(Duration.between(Instant.parse(starts.get(0)), Instant.parse(starts.get(1)))
                        .toHours())
                .as("the instants are not a day apart")
                .isNotEqualTo(24);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> PlayedZoom.meetingsOf(block.sessionIds()).size() == 2);
        assertThat(PlayedZoom.meetingsOf(block.sessionIds())).allSatisfy(meeting -> {
            assertThat(meeting.get("timezone")).isEqualTo(LONDON.getId());
            assertThat(Instant.parse((String) meeting.get("start_time"))
                            .atZone(LONDON)
                            .toLocalTime())
                    .hasToString("10:00");
        });

        String calendar = cara.asks().get(calendarOf(cara)).asString();
        DateTimeFormatter basic = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
        assertThat(calendar)
                .contains(
                        "BEGIN:VTIMEZONE",
                        "DTSTART;TZID=Europe/London:" + basic.format(saturday),
                        "DTSTART;TZID=Europe/London:" + basic.format(saturday.plusDays(1)));
    }

    private static String calendarOf(Someone carer) {
        String url = carer.asks()
                .post("/api/bookings/v1/me/calendar")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        assertThat(url).startsWith(House.platform().door().toString());
        return url.substring(url.indexOf("/api/"));
    }

    /** The next one that is at least two days away. */
    private static LocalDate lastSunday(Month month) {
        LocalDate soon = LocalDate.now(LONDON).plusDays(2);
        LocalDate thisYear = soon.withDayOfMonth(1).with(month).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
        return thisYear.isBefore(soon)
                ? thisYear.withDayOfMonth(1).plusYears(1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY))
                : thisYear;
    }
}
