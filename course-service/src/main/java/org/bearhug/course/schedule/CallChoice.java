package org.bearhug.course.schedule;

import java.util.Optional;
import org.bearhug.course.meeting.CallLink;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.kit.Refusal;

/**
 * Where the calls of sessions are to be.
 *
 * @param kind null when it is left to us: Zoom where there is one, else nothing yet
 * @param link there exactly for {@code LINK}
 */
record CallChoice(MeetingKind kind, CallLink link) {

    static CallChoice ofNew(MeetingKind kind, CallLink link) {
        if (link == null && kind == MeetingKind.LINK) {
            throw Refusal.invalid("#/callLink", "Give the link, or let Zoom make a meeting.");
        }
        requireAgreement(kind, link);
        return new CallChoice(link == null ? kind : MeetingKind.LINK, link);
    }

    /** Empty when the call stays as it is. */
    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    static Optional<CallChoice> ofChange(MeetingKind kind, Optional<CallLink> link) {
        if (link == null && kind == MeetingKind.LINK) {
            throw Refusal.invalid("#/callLink", "Give the link, or let Zoom make a meeting.");
        }
        if (link == null) {
            return Optional.ofNullable(kind).map(chosen -> new CallChoice(chosen, null));
        }
        requireAgreement(kind, link.orElse(null));
        MeetingKind implied = link.isPresent() ? MeetingKind.LINK : MeetingKind.NONE;
        return Optional.of(new CallChoice(link.isEmpty() && kind != null ? kind : implied, link.orElse(null)));
    }

    private static void requireAgreement(MeetingKind kind, CallLink link) {
        if (link != null && kind != null && kind != MeetingKind.LINK) {
            throw Refusal.invalid("#/meeting", "With a call link the meeting is LINK.");
        }
    }
}
