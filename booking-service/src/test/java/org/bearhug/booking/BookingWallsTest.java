package org.bearhug.booking;

import org.bearhug.testing.Walls;

class BookingWallsTest extends Walls {

    BookingWallsTest() {
        super("booking");
    }
}
