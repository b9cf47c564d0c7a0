package org.bearhug.course.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bearhug.kit.Refusal;

/** Entries one after the other, each judged and written on its own: one that is refused holds up no other. */
final class EntryBatch {

    /** Shorter than whoever stands between us and the caller waits for an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Clock clock;
    private final Instant end;
    private final Set<String> seen = new HashSet<>();
    private final List<BatchView.Result> results = new ArrayList<>();
    private ZoomCost cost = ZoomCost.NOTHING;

    EntryBatch(Clock clock) {
        this.clock = clock;
        this.end = clock.instant().plus(LONGEST);
    }

    /** What is done for one item. */
    interface Work {
        WrittenEntry of(EntryItem item) throws JsonProcessingException;
    }

    BatchView each(List<EntryItem> items, boolean dryRun, Work work, ItemProblems problems) {
        for (EntryItem item : items) {
            try {
                requireTurn(item);
                WrittenEntry written = work.of(item);
                cost = cost.plus(written.cost());
                results.add(BatchView.Result.of(written, dryRun));
            } catch (RuntimeException | JsonProcessingException refusal) {
                results.add(BatchView.Result.of(item.externalId(), problems.of(refusal)));
            }
        }
        return BatchView.of(dryRun, results, cost);
    }

    private void requireTurn(EntryItem item) {
        if (clock.instant().isAfter(end)) {
            throw Refusal.unavailable("There was no time left for this one. Send it again.");
        }
        if (item.externalId() != null && !seen.add(item.externalId())) {
            throw Refusal.invalid("#/externalId", "An item of this batch has this id already.");
        }
    }
}
