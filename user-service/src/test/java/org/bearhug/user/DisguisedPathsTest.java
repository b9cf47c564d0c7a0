package org.bearhug.user;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.bearhug.testing.DisguisedPaths;
import org.bearhug.testing.Endpoint;
import org.bearhug.testing.Person;
import org.bearhug.user.token.TokenIssuer;

@QuarkusTest
class DisguisedPathsTest extends DisguisedPaths {

    @Inject
    People people;

    @Inject
    TokenIssuer tokens;

    @Override
    protected String path() {
        return "/v1/me";
    }

    /** By this service's own key, which no test has. */
    @Override
    protected String token() {
        return people.named(Person.CARA).token();
    }

    @Override
    protected String powerlessToken() {
        Someone cara = people.named(Person.CARA);
        return tokens.forPerson(cara.id(), "guest", cara.email(), cara.name(), false, Instant.now());
    }

    /** Whoever comes to the log-in has no token yet. */
    @Override
    protected boolean isProtected(Endpoint endpoint) {
        return super.isProtected(endpoint)
                && !endpoint.path().startsWith("/v1/login")
                && !endpoint.path().startsWith("/v1/passkeys/login");
    }
}
