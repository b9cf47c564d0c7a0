package org.bearhug.booking.payment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Lets the service die at a step: once, and as a killed process does, with whatever was not committed lost. */
@Alternative
@Priority(1)
@ApplicationScoped
class Deaths extends Steps {

    private static volatile Step next;

    /** What nobody catches. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(Step at) {
            super("died " + at);
        }
    }

    static void at(Step step) {
        next = step;
    }

    static boolean isOver() {
        return next == null;
    }

    @Override
    void reach(Step step) {
        if (step == next) {
            next = null;
            throw new Death(step);
        }
    }
}
