package org.bearhug.booking.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Facts that were read a moment ago. They may have changed since: whoever decides by them has the database compare their
 * versions in the statement that writes the decision down, and lets go here what is no longer so.
 */
public final class Remembered<V> {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Cache<UUID, Fact<V>> facts =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    private final Function<Collection<UUID>, List<Fact<V>>> read;

    /** A fact as it was in this version. */
    public record Fact<V>(UUID id, long version, V value) {}

    /** @param read asks the database for these; what is not there is left out */
    public Remembered(Function<Collection<UUID>, List<Fact<V>>> read) {
        this.read = read;
    }

    /** These facts by id, as they are remembered or else as they are now; what is not there is left out. */
    public Map<UUID, Fact<V>> recall(Collection<UUID> ids) {
        return facts.getAll(ids, unknown -> read.apply(List.copyOf(unknown)).stream()
                .collect(Collectors.toMap(Fact::id, fact -> fact)));
    }

    /** Remembers this, which whoever asks has just written. */
    public void remember(Fact<V> fact) {
        facts.put(fact.id(), fact);
    }

    /** Lets go of these, so that they are read anew. */
    public void forget(Collection<UUID> ids) {
        facts.invalidateAll(ids);
    }
}
