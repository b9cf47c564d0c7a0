package org.bearhug.course.schedule;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bearhug.course.course.Line;
import org.bearhug.course.meeting.CallLink;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.meeting.SecureLink;

/** A block to be unfolded. */
record NewBlock(
        @Line @Size(max = 120) String title,
        @NotNull @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime firstStart,
        @NotNull @IanaTimeZone String timeZone,
        @NotNull @Min(1) @Max(52) Integer sessions,
        @Min(1) @Max(28) Integer everyDays,
        @Size(max = 100) @JsonFormat(lenient = OptBoolean.FALSE) List<@NotNull LocalDate> skipDates,
        @NotNull @Min(10) @Max(240) Integer durationMinutes,
        @NotNull @Min(1) @Max(500) Integer capacity,
        @NotNull @Valid Money blockPrice,
        @Valid Money dropInPrice,
        @Valid Money dropInMinimum,
        @NotNull @Valid AgeWeeks ageWeeks,
        @Valid CancellationPolicy cancellationPolicy,
        @Valid MakeUp makeUp,
        @Valid Pricing pricing,
        MeetingKind meeting,
        @SecureLink CallLink callLink) {

    NewBlock {
        title = title == null ? null : title.strip();
        everyDays = requireNonNullElse(everyDays, 7);
        skipDates = requireNonNullElse(skipDates, List.of());
        cancellationPolicy = requireNonNullElse(cancellationPolicy, CancellationPolicy.USUAL);
        makeUp = requireNonNullElse(makeUp, MakeUp.USUAL);
        pricing = requireNonNullElse(pricing, Pricing.PLAIN);
    }

    CallChoice call() {
        return CallChoice.ofNew(meeting, callLink);
    }

    Calendar calendar() {
        return new Calendar(firstStart, ZoneId.of(timeZone), everyDays, Set.copyOf(skipDates));
    }
}
