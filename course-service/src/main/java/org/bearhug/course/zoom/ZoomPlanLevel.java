package org.bearhug.course.zoom;

/** How many calls Zoom allows an account in a second, and in a day of UTC, by the weight it gives them. */
enum ZoomPlanLevel {
    FREE(new Calls(4, 2, 1), new Calls(6_000, 2_000, 1_000)),
    PRO(new Calls(30, 20, 10), new Calls(Integer.MAX_VALUE, Integer.MAX_VALUE, 30_000)),
    BUSINESS(new Calls(80, 60, 40), new Calls(Integer.MAX_VALUE, Integer.MAX_VALUE, 60_000));

    private record Calls(int light, int medium, int heavy) {
        int of(Weight weight) {
            return switch (weight) {
                case LIGHT -> light;
                case MEDIUM -> medium;
                case HEAVY -> heavy;
            };
        }
    }

    private final Calls inASecond;
    private final Calls inADay;

    ZoomPlanLevel(Calls inASecond, Calls inADay) {
        this.inASecond = inASecond;
        this.inADay = inADay;
    }

    int perSecond(Weight weight) {
        return inASecond.of(weight);
    }

    int perDay(Weight weight) {
        return inADay.of(weight);
    }

    /** Zoom's rate label of a call. */
    enum Weight {
        LIGHT,
        MEDIUM,
        HEAVY
    }
}
