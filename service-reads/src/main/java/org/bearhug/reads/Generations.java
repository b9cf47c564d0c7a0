package org.bearhug.reads;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What changed when, in numbers that only grow. Whoever reads notes the number before: if a subject of the reading has a
 * higher one later, the reading may be from before the change, however late it comes.
 */
@Singleton
class Generations {

    private static final int MOST = 50_000;

    private final int most;
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    private volatile long latest;
    private volatile long floor;

    Generations() {
        this(MOST);
    }

    /** Remembers so many subjects; beyond that, all count as changed. */
    Generations(int most) {
        this.most = most;
    }

    long latest() {
        return latest;
    }

    synchronized void change(Collection<String> subjects) {
        if (changed.size() + subjects.size() > most) {
            changeAll();
            return;
        }
        long next = latest + 1;
        subjects.forEach(subject -> changed.put(subject, next));
        latest = next;
    }

    /** The floor rises before the subjects are forgotten: who no longer finds one finds the floor. */
    synchronized void changeAll() {
        long next = latest + 1;
        floor = next;
        changed.clear();
        latest = next;
    }

    /** Whether none of these has changed since. */
    boolean isCurrent(Collection<String> subjects, long generation) {
        for (String subject : subjects) {
            Long last = changed.get(subject);
            if (last != null && last > generation) {
                return false;
            }
        }
        return floor <= generation;
    }
}
