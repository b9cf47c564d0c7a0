package org.bearhug.course.entry;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.bearhug.course.meeting.CallLink;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.meeting.SecureLink;
import org.bearhug.kit.Refusal;

/**
 * Where the class is to take place.
 *
 * @param link of the call, for {@code LINK} alone
 */
record WishedMeeting(@NotNull MeetingKind kind, @SecureLink CallLink link) {

    /**
     * The link that is given, if one is.
     *
     * @throws Refusal 400 when kind and link do not fit
     */
    Optional<CallLink> callLink() {
        if (kind == MeetingKind.LINK && link == null) {
            throw Refusal.invalid("#/meeting/link", "Say the link, or another kind of meeting.");
        }
        if (kind != MeetingKind.LINK && link != null) {
            throw Refusal.invalid("#/meeting/link", "A link goes with the kind LINK.");
        }
        return Optional.ofNullable(link);
    }
}
