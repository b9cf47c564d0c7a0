package org.bearhug.booking;

import io.quarkus.test.junit.QuarkusTest;
import org.bearhug.testing.DisguisedPaths;

@QuarkusTest
class DisguisedPathsTest extends DisguisedPaths {

    @Override
    protected String path() {
        return "/v1/bookings";
    }
}
