package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;

/** The places at which a test lets the service die; nothing happens there otherwise. */
@ApplicationScoped
class Steps {

    /** Where money or seats could be lost. */
    enum Step {
        BEFORE_OPENING,
        AFTER_OPENING,
        AFTER_OPENED_COMMITTED,
        BEFORE_FULFILLED_COMMITTED,
        AFTER_FULFILLED_COMMITTED,
        BEFORE_GIVING_BACK,
        AFTER_GIVING_BACK,
        BEFORE_GIVEN_BACK_COMMITTED,
        AFTER_GIVEN_BACK_COMMITTED
    }

    /** Passed, each time. */
    void reach(Step step) {
        // only a test has something to do here
    }
}
