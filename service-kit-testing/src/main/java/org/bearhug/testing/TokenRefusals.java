package org.bearhug.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way in which a token can be wrong, against one endpoint that needs a token. Each service extends it. */
public abstract class TokenRefusals {

    /** The path of a GET that any person with a good token may call. */
    protected abstract String path();

    /** The person whose tokens are tried. */
    protected Person person() {
        return Person.CARA;
    }

    /** The key whose tokens the service trusts. */
    protected KeyPair key() {
        return TestKeys.trusted();
    }

    /** The name of that key. */
    protected String keyId() {
        return "test";
    }

    /** The issuer that the service trusts. */
    protected String issuer() {
        return Tokens.ISSUER;
    }

    private Tokens good() {
        return Tokens.forPerson(person()).header("kid", keyId()).claim("iss", issuer());
    }

    @Test
    void a_good_token_is_accepted() {
        given().auth()
                .oauth2(good().signed(key().getPrivate()))
                .get(path())
                .then()
                .statusCode(not(401));
    }

    @Test
    void no_token_is_refused() {
        given().get(path()).then().statusCode(401).body("code", equalTo("invalid-token"));
    }

    @Test
    void garbage_is_refused() {
        refused("garbage");
        refused("a.b.c");
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(good().notSigned());
    }

    @Test
    void a_token_without_its_signature_is_refused() {
        String token = good().signed(key().getPrivate());
        refused(token.substring(0, token.lastIndexOf('.') + 1));
    }

    @Test
    void a_token_signed_with_another_key_is_refused() {
        refused(good().signed(TestKeys.unknown().getPrivate()));
    }

    @Test
    void a_token_signed_with_hs256_and_the_public_key_is_refused() {
        refused(good().signedWithSecret(key().getPublic()));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        refused(good().claim("iss", "http://elsewhere.test").signed(key().getPrivate()));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        refused(good().claim("aud", List.of("elsewhere")).signed(key().getPrivate()));
        refused(good().claim("aud", null).signed(key().getPrivate()));
    }

    @Test
    void an_expired_token_is_refused() {
        long now = Instant.now().getEpochSecond();
        refused(good().claim("iat", now - 600).claim("exp", now - 30).signed(key().getPrivate()));
    }

    @Test
    void a_token_from_the_future_is_refused() {
        long now = Instant.now().getEpochSecond();
        refused(good().claim("iat", now + 300).claim("exp", now + 900).signed(key().getPrivate()));
    }

    @Test
    void a_token_of_another_type_is_refused() {
        refused(good().header("typ", "JWT").signed(key().getPrivate()));
        refused(good().header("typ", null).signed(key().getPrivate()));
    }

    private void refused(String token) {
        given().auth()
                .oauth2(token)
                .get(path())
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-token"));
    }
}
