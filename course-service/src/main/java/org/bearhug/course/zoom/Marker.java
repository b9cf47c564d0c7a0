package org.bearhug.course.zoom;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a meeting's agenda begins with, so that it is known again: whose it is, for two platforms may share a Zoom
 * account, and for which session. It stands in front, since lists cut the agenda.
 */
final class Marker {

    private static final Pattern FORM = Pattern.compile("^\\[bearhug ([0-9a-f]{8}) ([0-9a-f-]{36})]");

    private Marker() {}

    static String of(String platform, UUID session) {
        return "[bearhug %s %s]".formatted(fingerprint(platform), session);
    }

    /** The session of a meeting that this platform has made. */
    static Optional<UUID> session(String platform, String agenda) {
        Matcher found = FORM.matcher(agenda);
        return found.find() && found.group(1).equals(fingerprint(platform))
                ? Optional.of(UUID.fromString(found.group(2)))
                : Optional.empty();
    }

    private static String fingerprint(String platform) {
        return UUID.nameUUIDFromBytes(platform.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
