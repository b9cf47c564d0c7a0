package org.bearhug.course.schedule;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDateTime;
import java.util.Optional;
import org.bearhug.course.meeting.CallLink;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.meeting.SecureLink;

/** What is given is changed, what is absent stays; null takes away what need not be there. */
record SessionChange(
        @JsonFormat(lenient = OptBoolean.FALSE) LocalDateTime localStart,
        @IanaTimeZone String timeZone,
        @Min(10) @Max(240) Integer durationMinutes,
        @Min(1) @Max(500) Integer capacity,
        Optional<@Valid Money> dropInPrice,
        Optional<@Valid Money> dropInMinimum,
        @Valid AgeWeeks ageWeeks,
        MeetingKind meeting,
        Optional<@SecureLink CallLink> callLink) {

    static final SessionChange NOTHING = new SessionChange(null, null, null, null, null, null, null, null, null);

    Optional<CallChoice> call() {
        return CallChoice.ofChange(meeting, callLink);
    }

    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    Money dropInPriceFrom(Money before) {
        return dropInPrice == null ? before : dropInPrice.orElse(null);
    }

    /** What the minimum of a drop-in is then; without a price there is none. */
    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    Money minimumFrom(Money before, Money price) {
        if (dropInMinimum != null) {
            return dropInMinimum.orElse(null);
        }
        return price == null ? null : before;
    }

    boolean moves() {
        return localStart != null || timeZone != null || durationMinutes != null;
    }
}
