package org.bearhug.course.entry;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.bearhug.course.meeting.CallLink;
import org.bearhug.course.meeting.SecureLink;
import org.bearhug.kit.Refusal;

/**
 * Where the class is to take place.
 *
 * @param link of the call, for {@code LINK} alone
 */
record WishedMeeting(@NotNull Kind kind, @SecureLink CallLink link) {

    enum Kind {
        /** A Zoom meeting that makes itself. */
        ZOOM,
        /** A link that is given here. */
        LINK,
        /** Nowhere yet. */
        NONE
    }

    /**
     * The link that is given, if one is.
     *
     * @throws Refusal 400 when kind and link do not fit, 409 {@code zoom-unavailable} for a Zoom meeting
     */
    Optional<CallLink> callLink() {
        if (kind == Kind.LINK && link == null) {
            throw Refusal.invalid("#/meeting/link", "Say the link, or another kind of meeting.");
        }
        if (kind != Kind.LINK && link != null) {
            throw Refusal.invalid("#/meeting/link", "A link goes with the kind LINK.");
        }
        if (kind == Kind.ZOOM) {
            throw new Refusal(
                    409, "zoom-unavailable", "There is no Zoom here. Give a link, or NONE and the link later.");
        }
        return Optional.ofNullable(link);
    }
}
