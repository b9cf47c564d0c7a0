package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every world that explains what was seen so far. Steps at the same time are explained by one order or the other of them, with
 * whoever is next being offered what is free in between or not; what the answers or the database contradict is dropped. When
 * nothing is left, the service has done what cannot be explained.
 */
final class Pasts {

    private List<World> worlds;

    /** What may have been answered, with the world after it. */
    private record Explanation(List<String> answers, World world) {

        boolean explains(List<String> seen, Desk.State state) {
            return answers.equals(seen) && world.state().equals(state);
        }

        @Override
        public String toString() {
            return answers + " " + world.state();
        }
    }

    Pasts(World first) {
        worlds = List.of(first);
    }

    /** A world that explains all. */
    World any() {
        return worlds.get(0);
    }

    /** Goes on with what was seen. */
    void follow(Moment moment, List<String> answers, Desk.State state) {
        List<Explanation> possible =
                worlds.stream().flatMap(world -> explanations(world, moment)).toList();
        Map<Object, World> left = new LinkedHashMap<>();
        possible.stream()
                .filter(explanation -> explanation.explains(answers, state))
                .forEach(explanation -> left.putIfAbsent(explanation.world.print(), explanation.world));
        if (left.isEmpty()) {
            throw new AssertionError("after %s%n  it is %s %s%n  and should be %s"
                    .formatted(
                            moment,
                            answers,
                            state,
                            String.join(
                                    String.format("%n  or           "),
                                    possible.stream()
                                            .map(Explanation::toString)
                                            .distinct()
                                            .toList())));
        }
        worlds = List.copyOf(left.values());
    }

    private static Stream<Explanation> explanations(World before, Moment moment) {
        if (moment.steps().size() == 1) {
            World.Outcome outcome = before.after(moment.steps().get(0));
            return Stream.of(
                    new Explanation(List.of(outcome.answer()), outcome.world().matched()));
        }
        Step one = moment.steps().get(0);
        Step other = moment.steps().get(1);
        List<Explanation> explanations = new ArrayList<>();
        for (boolean matched : List.of(false, true)) {
            explanations.add(inOrder(before, one, other, matched));
            explanations.add(turned(before, inOrder(before, other, one, matched)));
        }
        explanations.addAll(triedInVain(before, one, other));
        return explanations.stream();
    }

    private static Explanation inOrder(World before, Step first, Step second, boolean matched) {
        World.Outcome one = before.after(first);
        World.Outcome other = (matched ? one.world().matched() : one.world()).after(second);
        return new Explanation(
                List.of(one.answer(), other.answer()), other.world().matched());
    }

    private static Explanation turned(World before, Explanation explanation) {
        return new Explanation(
                List.of(explanation.answers.get(1), explanation.answers.get(0)), explanation.world.turned(before));
    }

    /** Whoever is asked to try again has done nothing. */
    private static List<Explanation> triedInVain(World before, Step one, Step other) {
        String again = "service-unavailable";
        World.Outcome first = before.after(one);
        World.Outcome second = before.after(other);
        return List.of(
                new Explanation(List.of(first.answer(), again), first.world().matched()),
                new Explanation(List.of(again, second.answer()), second.world().matched()));
    }
}
