package org.bearhug.booking.webhooks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Transactional;

/** Lets an instance die once between a call and writing down what came of it. */
@Alternative
@Priority(1)
@ApplicationScoped
class DyingOutcomes extends Outcomes {

    private static volatile boolean dying;

    static void dieOnce() {
        dying = true;
    }

    static boolean isDead() {
        return !dying;
    }

    @Override
    @Transactional
    void record(DeliveryTray.Taken delivery, Answer answer) {
        if (dying) {
            dying = false;
            throw new IllegalStateException("died");
        }
        super.record(delivery, answer);
    }
}
