package org.bearhug.booking.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every world that explains what was seen so far. What may come of a moment is a {@link Weave}; what the answers or the database
 * contradict is dropped. When nothing is left, the service has done what cannot be explained.
 */
final class Pasts {

    private List<World> worlds;

    Pasts(World first) {
        worlds = List.of(first);
    }

    /** A world that explains all. */
    World any() {
        return worlds.get(0);
    }

    /** Goes on with what was seen. */
    void follow(Moment moment, List<String> answers, Desk.State state) {
        List<Weave.Explanation> possible = worlds.stream()
                .flatMap(world -> Weave.of(world, moment).stream())
                .toList();
        Map<Object, World> left = new LinkedHashMap<>();
        possible.stream()
                .filter(explanation -> explanation.explains(answers, state))
                .forEach(explanation -> left.putIfAbsent(explanation.world().print(), explanation.world()));
        if (left.isEmpty()) {
            throw new AssertionError("after %s%n  it is %s %s%n  and should be %s"
                    .formatted(
                            moment,
                            answers,
                            state,
                            String.join(
                                    String.format("%n  or           "),
                                    possible.stream()
                                            .map(Weave.Explanation::toString)
                                            .distinct()
                                            .toList())));
        }
        worlds = List.copyOf(left.values());
    }
}
