package org.bearhug.course.zoom;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Zoom has to allow an app of ours. It names that in an older and in a newer way; either will do. */
final class Scopes {

    /** An app of the account itself has them in this form. */
    private static final String OF_ACCOUNT = ":admin";

    private record Need(String scope, String olderScope) {
        boolean isMetBy(Set<String> granted, String form) {
            return granted.contains(scope + form) || granted.contains(olderScope + form);
        }
    }

    private static final List<Need> NEEDS = List.of(
            new Need("meeting:write:meeting", "meeting:write"),
            new Need("meeting:read:meeting", "meeting:read"),
            new Need("meeting:update:meeting", "meeting:write"),
            new Need("meeting:delete:meeting", "meeting:write"),
            new Need("meeting:read:list_meetings", "meeting:read"),
            new Need("meeting:write:registrant", "meeting:write"),
            new Need("meeting:delete:registrant", "meeting:write"),
            new Need("meeting:read:list_past_participants", "meeting:read"));

    private Scopes() {}

    /** What is needed and not among those granted, by its newer name; nothing as long as Zoom has not said. */
    static List<String> missing(String granted, boolean ofAccount) {
        if (granted.isBlank()) {
            return List.of();
        }
        Set<String> all = Stream.of(granted.strip().split("\\s+")).collect(Collectors.toSet());
        String form = ofAccount ? OF_ACCOUNT : "";
        return NEEDS.stream()
                .filter(need -> !need.isMetBy(all, form))
                .map(need -> need.scope() + form)
                .toList();
    }
}
