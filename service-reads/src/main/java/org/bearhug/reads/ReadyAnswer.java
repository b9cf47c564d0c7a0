package org.bearhug.reads;

import java.time.Instant;
import java.util.Set;

/** An answer as it goes out, and how long it is good for. */
final class ReadyAnswer {

    /** An entry without its bytes, roughly: headers, names of subjects. */
    private static final int OVERHEAD = 2048;

    private static final int SUBJECT = 120;

    private final Packed packed;
    private final Set<String> subjects;
    private final long generation;
    private final Instant from;
    private final long readAt;
    private final Instant until;
    private volatile long currentAt = -1;

    /**
     * Of what was read at that time, and after that generation.
     *
     * @param readAt the same time by the clock that never jumps
     */
    ReadyAnswer(Reading<byte[]> reading, long generation, Instant from, long readAt) {
        this.packed = new Packed(reading.version(), reading.view());
        this.subjects = Set.copyOf(reading.subjects());
        this.generation = generation;
        this.from = from;
        this.readAt = readAt;
        this.until = reading.until();
    }

    long readAt() {
        return readAt;
    }

    /** Whether it says what is so now, as far as is known here. */
    boolean isGood(Generations generations, Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until)) && isCurrent(generations);
    }

    /** As long as nothing at all has changed since it was last looked at, what was current then is so now. */
    private boolean isCurrent(Generations generations) {
        long latest = generations.latest();
        if (latest == currentAt) {
            return true;
        }
        if (!generations.isCurrent(subjects, generation)) {
            return false;
        }
        currentAt = latest;
        return true;
    }

    Packed.Reply reply(Conditions conditions) {
        return packed.reply(conditions);
    }

    /** Bytes of memory, roughly. */
    int weight() {
        return OVERHEAD + packed.size() + SUBJECT * subjects.size();
    }
}
