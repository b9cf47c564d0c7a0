package org.bearhug.booking;

import io.quarkus.test.junit.QuarkusTest;
import org.bearhug.testing.TokenRefusals;

@QuarkusTest
class BookingTokenRefusalsTest extends TokenRefusals {

    @Override
    protected String path() {
        return "/v1/bookings";
    }
}
