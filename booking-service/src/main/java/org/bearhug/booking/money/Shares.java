package org.bearhug.booking.money;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What each seat costs of a total. It is split among the children by their prices, and what a child costs evenly among the
 * sessions: rounded down, and the missing pence go to the largest remainders, the first of equal ones.
 */
final class Shares {

    private Shares() {}

    /** Child by child and in each the sessions in order; they add up to the total. */
    static List<Long> of(long total, List<Long> byChild, int sessions) {
        return split(total, byChild).stream()
                .flatMap(child -> split(child, Collections.nCopies(sessions, 1L)).stream())
                .toList();
    }

    private static List<Long> split(long total, List<Long> weights) {
        long whole = weights.stream().mapToLong(Long::longValue).sum();
        if (whole == 0) {
            return split(total, Collections.nCopies(weights.size(), 1L));
        }
        long[] parts =
                weights.stream().mapToLong(weight -> total * weight / whole).toArray();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing(nth -> -(total * weights.get(nth) % whole)))
                .limit(total - LongStream.of(parts).sum())
                .forEach(nth -> parts[nth]++);
        return LongStream.of(parts).boxed().toList();
    }

    /** What each of so many children costs. */
    static List<Long> byChild(List<Long> shares, int children) {
        int sessions = shares.size() / children;
        return IntStream.range(0, children)
                .mapToObj(nth -> shares.subList(nth * sessions, (nth + 1) * sessions).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .toList();
    }
}
