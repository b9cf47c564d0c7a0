package org.bearhug.testing;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Lets the clock go again after each test, so that none forgets to. Found by Quarkus through the service loader. */
public final class ClockReset implements QuarkusTestAfterEachCallback {

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        TestClock.reset();
    }
}
