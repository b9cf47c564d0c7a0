package org.bearhug.course;

import io.quarkus.test.junit.QuarkusTest;
import org.bearhug.testing.DisguisedPaths;
import org.bearhug.testing.Person;

@QuarkusTest
class DisguisedPathsTest extends DisguisedPaths {

    @Override
    protected String path() {
        return "/v1/me/courses";
    }

    @Override
    protected String token() {
        return Person.INES.token();
    }
}
