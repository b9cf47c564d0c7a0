package org.bearhug.course.entry;

import org.bearhug.course.zoom.ZoomPlan;

/** How many meetings Zoom has to make and to change for something; both count towards a host's limit of each day. */
record ZoomCost(int creates, int updates) {

    static final ZoomCost NOTHING = new ZoomCost(0, 0);

    /** What it has to do now and had not to do before. */
    static ZoomCost of(ZoomPlan.Due before, ZoomPlan.Due now) {
        if (now == before) {
            return NOTHING;
        }
        return switch (now) {
            case NOTHING -> NOTHING;
            case CREATE -> new ZoomCost(1, 0);
            case UPDATE -> new ZoomCost(0, 1);
        };
    }

    ZoomCost plus(ZoomCost other) {
        return new ZoomCost(creates + other.creates, updates + other.updates);
    }
}
