package org.bearhug.user;

import org.bearhug.testing.Walls;

class UserWallsTest extends Walls {

    UserWallsTest() {
        super("user");
    }
}
