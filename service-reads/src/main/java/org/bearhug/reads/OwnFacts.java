package org.bearhug.reads;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.bearhug.kit.Outbox;

/**
 * The facts that this instance told just now and has counted already: the next look at the database shows them again, and
 * what was read anew meanwhile would be dropped for nothing. One that is forgotten here too soon only costs that.
 */
@Singleton
class OwnFacts {

    private static final int MOST = 50_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /** Of one kind and version of a subject there is one fact: no other instance tells the same. */
    private record Name(String kind, UUID subject, long version) {}

    private final Cache<Name, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    /** Only once it counts here: it is overlooked from now on. Some do not say their version here, which then is 0. */
    void add(Outbox.Fact fact) {
        if (fact.version() > 0) {
            told.put(new Name(kind(fact), fact.subject(), fact.version()), true);
        }
    }

    boolean isToldHere(String kind, UUID subject, long version) {
        return told.getIfPresent(new Name(kind, subject, version)) != null;
    }

    static String kind(Outbox.Fact fact) {
        return fact.type().substring(0, fact.type().indexOf('.'));
    }
}
