package org.bearhug.user.consent;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What somebody allows now, and how it came to that. */
public record ConsentsView(List<ConsentView> items) {

    /** One consent and its history, the newest change first. */
    public record ConsentView(Consent consent, boolean given, List<Change> history) {}

    /**
     * One change.
     *
     * @param textVersion which words the person read
     * @param source from where it was set
     */
    public record Change(boolean given, String textVersion, String source, Instant changedAt) {}

    static ConsentsView of(Set<Consent> given, List<ConsentChange> changes) {
        return new ConsentsView(Arrays.stream(Consent.values())
                .map(consent -> new ConsentView(
                        consent,
                        given.contains(consent),
                        changes.stream()
                                .filter(change -> change.consent == consent)
                                .map(change ->
                                        new Change(change.given, change.textVersion, change.source, change.changedAt))
                                .toList()))
                .toList());
    }
}
