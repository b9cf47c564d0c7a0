package org.bearhug.user.token;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyPair;
import org.bearhug.testing.TokenRefusals;
import org.bearhug.user.People;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class OwnTokensTest extends TokenRefusals {

    @Inject
    SigningKeys keys;

    @Inject
    People people;

    @BeforeEach
    void an_account() {
        people.named(person());
    }

    @Override
    protected String path() {
        return "/v1/me";
    }

    @Override
    protected KeyPair key() {
        return new KeyPair(keys.current().publicKey(), keys.current().privateKey());
    }

    @Override
    protected String keyId() {
        return keys.current().kid();
    }
}
