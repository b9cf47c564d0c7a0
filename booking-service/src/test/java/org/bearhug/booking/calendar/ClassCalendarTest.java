package org.bearhug.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.booking.calendar.CarersClasses.CalendarClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a class, wherever it is taught. */
class ClassCalendarTest {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final ClassCalendar calendar = new ClassCalendar(URI.create("https://bearhug.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/London",
                "Europe/Istanbul",
                "Europe/Moscow",
                "Africa/Cairo",
                "Africa/Casablanca",
                "America/Sao_Paulo",
                "America/Argentina/Buenos_Aires",
                "America/Asuncion",
                "Asia/Almaty"
            })
    void a_class_stands_in_it_at_the_time_on_the_wall_all_year(String zone) {
        List<LocalDateTime> walls = IntStream.range(0, 104)
                .mapToObj(LocalDateTime.of(2027, 1, 4, 10, 0)::plusWeeks)
                .toList();

        String text = calendar.of(walls.stream().map(wall -> at(wall, zone)).toList());

        assertThat(text.lines().filter(line -> line.startsWith("DTSTART;")))
                .containsExactlyElementsOf(walls.stream()
                        .map(wall -> "DTSTART;TZID=" + zone + ":" + WRITTEN.format(wall))
                        .toList());
        assertThat(text.lines().filter(line -> line.startsWith("DTEND;")))
                .containsExactlyElementsOf(walls.stream()
                        .map(wall -> "DTEND;TZID=" + zone + ":" + WRITTEN.format(wall.plusMinutes(45)))
                        .toList());
        assertThat(text).contains("TZID:" + zone + "\r\n");
    }

    private static CalendarClass at(LocalDateTime wall, String zone) {
        return new CalendarClass(
                UUID.randomUUID(),
                "Baby massage",
                wall.atZone(ZoneId.of(zone)),
                Duration.ofMinutes(45),
                true,
                wall.minusWeeks(1).atZone(ZoneId.of(zone)).toInstant(),
                1);
    }
}
