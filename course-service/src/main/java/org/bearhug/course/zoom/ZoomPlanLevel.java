package org.bearhug.course.zoom;

/** How many calls a second Zoom allows an account, by the weight it gives them. */
enum ZoomPlanLevel {
    FREE(4, 2, 1),
    PRO(30, 20, 10),
    BUSINESS(80, 60, 40);

    private final int light;
    private final int medium;
    private final int heavy;

    ZoomPlanLevel(int light, int medium, int heavy) {
        this.light = light;
        this.medium = medium;
        this.heavy = heavy;
    }

    int perSecond(Weight weight) {
        return switch (weight) {
            case LIGHT -> light;
            case MEDIUM -> medium;
            case HEAVY -> heavy;
        };
    }

    /** Zoom's rate label of a call. */
    enum Weight {
        LIGHT,
        MEDIUM,
        HEAVY
    }
}
