package org.bearhug.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again until there is an answer. */
final class Patience {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    static <T> T until(Duration limit, String what, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new DemoApi.DemoFailure(what + " did not come in " + limit.toSeconds() + " seconds");
            }
            try {
                Thread.sleep(BETWEEN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoApi.DemoFailure("it was interrupted");
            }
        }
    }
}
