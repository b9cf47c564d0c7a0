package org.bearhug.course;

import org.bearhug.testing.Walls;

class CourseWallsTest extends Walls {

    CourseWallsTest() {
        super("course");
    }
}
