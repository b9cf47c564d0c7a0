package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.List;

/** One step, or two at the same time. */
record Moment(List<Step> steps) {

    /** A day in its moments. */
    static List<Moment> of(List<Step> day) {
        List<Moment> moments = new ArrayList<>();
        for (Step step : day) {
            Moment last = moments.isEmpty() ? null : moments.get(moments.size() - 1);
            if (step.beside() && last != null && last.hasRoomFor(step)) {
                moments.set(moments.size() - 1, at(last.steps.get(0), step));
            } else {
                moments.add(new Moment(List.of(step)));
            }
        }
        return moments;
    }

    /** While the clock of one instance is ahead of the other's, that one goes on by its own. */
    private static Moment at(Step one, Step other) {
        boolean samePlace = one.where() == other.where();
        return new Moment(
                samePlace && one.act() == Act.LATER
                        ? List.of(one, other.elsewhere())
                        : samePlace && other.act() == Act.LATER
                                ? List.of(one.elsewhere(), other)
                                : List.of(one, other));
    }

    boolean isAJump() {
        return steps.stream().anyMatch(step -> step.act() == Act.LATER);
    }

    private boolean hasRoomFor(Step step) {
        return steps.size() == 1 && steps.get(0).act().goesWith(step.act());
    }

    @Override
    public String toString() {
        return String.join(" | ", steps.stream().map(Step::toString).toList());
    }
}
