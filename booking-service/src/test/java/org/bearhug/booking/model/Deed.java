package org.bearhug.booking.model;

import java.util.List;
import java.util.function.Function;

/** What is done of a step in one transaction: the same as another one of that name. It may have no answer yet. */
record Deed(String name, Function<World, String> does) {

    /** Does them all, one after the other; returns the first answer. */
    static String all(List<Function<World, List<Deed>>> phases, World world) {
        String answer = null;
        for (Function<World, List<Deed>> phase : phases) {
            for (Deed deed : phase.apply(world)) {
                String said = deed.does.apply(world);
                answer = answer == null ? said : answer;
            }
        }
        return answer == null ? "ok" : answer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Deed deed && name.equals(deed.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
