package org.bearhug.user.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keys there are, newest first, and what each is for at a given time. A key is published a day before it signs, so
 * that no verifier meets an unknown one, and stays published until the last token it signed has ended.
 */
record KeyRing(List<SigningKey> keys) {

    /** How long a key signs before a successor is made. */
    static final Duration ROTATED_AFTER = Duration.ofDays(30);

    /** How long a key is published before it signs; verifiers keep what they read for five minutes. */
    static final Duration PUBLISHED_BEFORE = Duration.ofDays(1);

    /** How long a key is published after it signed its last token; that is good for a quarter of this. */
    static final Duration PUBLISHED_AFTER = Duration.ofHours(1);

    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparing(SigningKey::signsFrom).reversed())
                .toList();
    }

    /** The one that signs: the newest whose time has come. */
    Optional<SigningKey> current(Instant now) {
        return keys.stream().filter(key -> !key.signsFrom().isAfter(now)).findFirst();
    }

    /** Those that verifiers may meet: the next, the current, and the last one as long as its tokens live. */
    List<SigningKey> published(Instant now) {
        return IntStream.range(0, keys.size())
                .filter(i -> i == 0 || now.isBefore(keys.get(i - 1).signsFrom().plus(PUBLISHED_AFTER)))
                .mapToObj(keys::get)
                .toList();
    }

    /** Those whose last token has ended. */
    List<SigningKey> retired(Instant now) {
        List<SigningKey> published = published(now);
        return keys.stream().filter(key -> !published.contains(key)).toList();
    }

    Optional<SigningKey> find(String kid, Instant now) {
        return published(now).stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** From when the key that is missing now has to sign, if one is missing. */
    Optional<Instant> successorSignsFrom(Instant now) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        boolean due = !keys.get(0).signsFrom().plus(ROTATED_AFTER).isAfter(now);
        return due ? Optional.of(now.plus(PUBLISHED_BEFORE)) : Optional.empty();
    }
}
