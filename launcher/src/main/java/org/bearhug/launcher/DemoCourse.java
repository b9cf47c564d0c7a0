package org.bearhug.launcher;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A course of the demo with one block of it. */
record DemoCourse(DemoPeople instructor, Map<String, String> words, Run run) {

    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(Month.DECEMBER, 24);
    private static final MonthDay NEW_YEAR = MonthDay.of(Month.JANUARY, 1);

    /** A block: when, for whom and for how much, in minor units. */
    record Run(
            String title,
            DayOfWeek day,
            LocalTime at,
            int sessions,
            int minutes,
            int capacity,
            int fromWeeks,
            int toWeeks,
            String currency,
            int blockPrice,
            Integer dropInPrice,
            String callLink) {}

    String title() {
        return words.get("title");
    }

    /** The block as the API wants it, beginning in the week after today. */
    Map<String, Object> block(LocalDate today, boolean zoom) {
        LocalDate first = today.plusDays(3).with(TemporalAdjusters.nextOrSame(run.day()));
        while (isHoliday(first)) {
            first = first.plusWeeks(1);
        }
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("title", run.title());
        block.put("firstStart", first.atTime(run.at()).toString() + ":00");
        block.put("timeZone", instructor.timeZone());
        block.put("sessions", run.sessions());
        block.put("everyDays", 7);
        block.put("skipDates", holidays(first));
        block.put("durationMinutes", run.minutes());
        block.put("capacity", run.capacity());
        block.put("blockPrice", money(run.blockPrice()));
        if (run.dropInPrice() != null) {
            block.put("dropInPrice", money(run.dropInPrice()));
        }
        block.put("ageWeeks", Map.of("from", run.fromWeeks(), "to", run.toWeeks()));
        if (zoom) {
            block.put("meeting", "ZOOM");
        } else {
            block.put("callLink", run.callLink());
        }
        return block;
    }

    private Map<String, Object> money(int amount) {
        return Map.of("amount", amount, "currency", run.currency());
    }

    /** The days on which nobody wants a class. */
    private List<String> holidays(LocalDate first) {
        List<String> skipped = new ArrayList<>();
        for (int week = 1; week <= run.sessions() + 2; week++) {
            LocalDate day = first.plusWeeks(week);
            if (isHoliday(day)) {
                skipped.add(day.toString());
            }
        }
        return skipped;
    }

    private static boolean isHoliday(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return !date.isBefore(CHRISTMAS_EVE) || !date.isAfter(NEW_YEAR);
    }
}
