package org.bearhug.course;

import io.quarkus.test.junit.QuarkusTest;
import org.bearhug.testing.Person;
import org.bearhug.testing.TokenRefusals;

@QuarkusTest
class CourseTokensTest extends TokenRefusals {

    @Override
    protected String path() {
        return "/v1/me/courses";
    }

    @Override
    protected Person person() {
        return Person.INES;
    }
}
