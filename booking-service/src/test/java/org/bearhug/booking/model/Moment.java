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
                moments.set(moments.size() - 1, new Moment(List.of(last.steps.get(0), step)));
            } else {
                moments.add(new Moment(List.of(step)));
            }
        }
        return moments;
    }

    private boolean hasRoomFor(Step step) {
        return steps.size() == 1 && steps.get(0).act().isOneDeed() && step.act().isOneDeed();
    }

    @Override
    public String toString() {
        return String.join(" | ", steps.stream().map(Step::toString).toList());
    }
}
