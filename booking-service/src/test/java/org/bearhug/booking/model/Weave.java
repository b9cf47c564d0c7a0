package org.bearhug.booking.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What may come of steps at the same time: their transactions in every order that there is, with whoever is next being offered
 * what is free in between or not.
 */
final class Weave {

    /** What may have been answered, with the world after it. */
    record Explanation(List<String> answers, World world) {

        boolean explains(List<String> seen, Desk.State state) {
            return answers.equals(seen) && world.state().equals(state);
        }

        @Override
        public String toString() {
            return answers + " " + world.state();
        }
    }

    /** How far a step is: in which phase, what of that is not done yet, and what was answered first. */
    private record Progress(int phase, List<Deed> left, String answer) {}

    /** @param turned whether the second step began before the first one */
    private record Knot(World world, List<Progress> progress, boolean turned) {

        List<Object> print() {
            return List.of(world.print(), progress.toString(), turned);
        }

        boolean isOver() {
            return progress.stream().allMatch(step -> step.left.isEmpty());
        }
    }

    private static final int MANY = 4;

    private final World before;
    private final List<Step> steps;
    private final List<Phases> phases;
    private final Deque<Knot> open = new ArrayDeque<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private final List<Explanation> explanations = new ArrayList<>();

    private Weave(World before, Moment moment) {
        this.before = before;
        this.steps = moment.steps();
        this.phases =
                steps.stream().map(step -> Phases.of(step, steps.size() == 1)).toList();
    }

    static List<Explanation> of(World before, Moment moment) {
        Weave weave = new Weave(before, moment);
        weave.explore();
        return weave.explanations;
    }

    private void explore() {
        note(new Knot(
                before,
                IntStream.range(0, steps.size())
                        .mapToObj(nth -> entered(nth, 0, before, null))
                        .toList(),
                false));
        while (!open.isEmpty()) {
            Knot knot = open.pop();
            if (knot.isOver()) {
                explanations.add(explanation(knot));
            } else {
                goOn(knot);
            }
        }
    }

    private void note(Knot knot) {
        if (seen.add(knot.print())) {
            open.push(knot);
        }
    }

    private Progress entered(int step, int phase, World world, String answer) {
        List<Deed> deeds = phases.get(step).phases().get(phase).apply(world);
        boolean last = phase + 1 == phases.get(step).phases().size();
        if (deeds.isEmpty() && !last) {
            return entered(step, phase + 1, world, answer);
        }
        return new Progress(phase, deeds, deeds.isEmpty() && answer == null ? "ok" : answer);
    }

    private void goOn(Knot knot) {
        for (int step = 0; step < steps.size(); step++) {
            for (Deed deed : next(knot.progress.get(step).left)) {
                note(after(knot, step, deed));
            }
            if (steps.size() > 1 && knot.progress.get(step).answer == null) {
                note(with(knot, step, knot.world, new Progress(0, List.of(), "service-unavailable")));
            }
        }
        if (knot.progress.stream().anyMatch(step -> step.answer != null)) {
            note(new Knot(knot.world.matched(), knot.progress, knot.turned));
        }
    }

    /** What may be next; many of them are taken in one order. */
    private static List<Deed> next(List<Deed> left) {
        return left.size() > MANY ? left.subList(0, 1) : left;
    }

    private Knot after(Knot knot, int step, Deed deed) {
        Progress old = knot.progress.get(step);
        World.Outcome outcome = knot.world.after(deed);
        String answer = old.answer == null ? outcome.answer() : old.answer;
        List<Deed> left = old.left.stream().filter(other -> !other.equals(deed)).toList();
        boolean over = answer != null && (phases.get(step).untilAnswered() || !answer.startsWith("ok"));
        boolean goesOn = !over
                && left.isEmpty()
                && old.phase + 1 < phases.get(step).phases().size();
        Progress next = goesOn
                ? entered(step, old.phase + 1, outcome.world(), answer)
                : new Progress(old.phase, over ? List.of() : left, answer);
        return with(knot, step, outcome.world(), next);
    }

    private Knot with(Knot knot, int step, World world, Progress next) {
        List<Progress> progress = new ArrayList<>(knot.progress);
        progress.set(step, next);
        boolean first = knot.progress.stream().map(Progress::answer).allMatch(Objects::isNull);
        return new Knot(world, Collections.unmodifiableList(progress), knot.turned || first && step == 1);
    }

    /** In the end all clocks show the same, and the jobs have done what was overlooked. */
    private Explanation explanation(Knot knot) {
        World world = knot.turned ? knot.world.turned(before) : knot.world;
        if (steps.size() > 1) {
            world = world.closed();
            for (Step step : steps) {
                if (step.act() == Act.LATER) {
                    world = world.after(step).world();
                }
            }
        }
        return new Explanation(knot.progress.stream().map(Progress::answer).toList(), world.matched());
    }
}
