package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;

/** The places at which a test lets the service die; nothing happens there otherwise. */
@ApplicationScoped
class Steps {

    /** Where money or seats could be lost. */
    enum Step {
        BEFORE_INTENDED_COMMITTED,
        AFTER_INTENDED_COMMITTED,
        BEFORE_OPENING,
        AFTER_OPENING,
        BEFORE_OPENED_COMMITTED,
        AFTER_OPENED_COMMITTED,
        BEFORE_LOOKING,
        AFTER_LOOKING,
        AFTER_CLOSING,
        BEFORE_UNPAID_COMMITTED,
        AFTER_UNPAID_COMMITTED,
        BEFORE_FULFILLED_COMMITTED,
        AFTER_FULFILLED_COMMITTED,
        BEFORE_KEPT_COMMITTED,
        AFTER_KEPT_COMMITTED,
        BEFORE_WORKED_COMMITTED,
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
