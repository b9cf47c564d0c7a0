package org.bearhug.course.schedule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.bearhug.course.course.Line;
import org.bearhug.course.meeting.CallLink;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.meeting.SecureLink;

/**
 * What is given is changed, in the block and in those of its sessions that are still to come; what is absent stays; null
 * takes away what need not be there. A new policy counts for what is booked from now on.
 */
record BlockChange(
        Optional<@Line @Size(max = 120) String> title,
        @Min(1) @Max(500) Integer capacity,
        @Valid Money blockPrice,
        Optional<@Valid Money> dropInPrice,
        Optional<@Valid Money> dropInMinimum,
        @Valid AgeWeeks ageWeeks,
        @Valid CancellationPolicy cancellationPolicy,
        @Valid MakeUp makeUp,
        @Valid Pricing pricing,
        MeetingKind meeting,
        Optional<@SecureLink CallLink> callLink) {

    Optional<CallChoice> call() {
        return CallChoice.ofChange(meeting, callLink);
    }

    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    boolean reachesSessions() {
        return capacity != null
                || dropInPrice != null
                || dropInMinimum != null
                || ageWeeks != null
                || call().isPresent();
    }

    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    String titleFrom(String before) {
        return title == null ? before : title.map(String::strip).orElse(null);
    }

    Money dropInPriceFrom(Money before) {
        return ofSessions().dropInPriceFrom(before);
    }

    /** What the minimum of a drop-in is then; without a price there is none. */
    Money minimumFrom(Money before, Money price) {
        return ofSessions().minimumFrom(before, price);
    }

    /** What of it reaches the sessions. */
    SessionChange ofSessions() {
        return new SessionChange(null, null, null, capacity, dropInPrice, dropInMinimum, ageWeeks, meeting, callLink);
    }
}
