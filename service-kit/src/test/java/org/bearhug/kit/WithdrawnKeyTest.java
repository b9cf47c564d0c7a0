package org.bearhug.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that is withdrawn, with keys that are really published, read and used. */
class WithdrawnKeyTest {

    private final RsaJsonWebKey first = key("first");
    private final RsaJsonWebKey second = key("second");
    private final AtomicInteger reads = new AtomicInteger();
    private volatile JsonWebKeySet published = new JsonWebKeySet(first);
    private final Caller.CheckedTokens tokens = new Caller.CheckedTokens();
    private final JWTAuthContextInfo rules = new JWTAuthContextInfo();
    private HttpServer server;

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void publish() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            reads.incrementAndGet();
            byte[] keys =
                    published.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, keys.length);
            call.getResponseBody().write(keys);
            call.close();
        });
        server.start();
        rules.setPublicKeyLocation("http://localhost:" + server.getAddress().getPort() + "/");
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        rules.setJwksRefreshInterval(5);
        rules.setForcedJwksRefreshInterval(0);
        rules.setJwksRetainCacheOnErrorDuration(5);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String signed(RsaJsonWebKey key) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("somebody");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(15);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setHeader("typ", "at+jwt");
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        return token.getCompactSerialization();
    }

    /** A token by a key that is not known makes it read the keys anew, if it did not only just now. */
    private void awaitKeysOf(String token) {
        await().untilAsserted(
                        () -> assertThatCode(() -> tokens.parse(token, rules)).doesNotThrowAnyException());
    }

    @Test
    void a_token_that_was_believed_is_refused_once_its_key_is_known_to_be_withdrawn() throws Exception {
        String old = signed(first);
        tokens.parse(old, rules);

        published = new JsonWebKeySet(second);
        assertThat(tokens.parse(old, rules).getSubject()).isEqualTo("somebody");
        assertThat(reads).hasValue(1);

        awaitKeysOf(signed(second));
        assertThat(reads).hasValue(2);
        assertThatThrownBy(() -> tokens.parse(old, rules)).isInstanceOf(ParseException.class);
        assertThat(reads).hasValue(2);
    }

    @Test
    void a_key_of_the_same_name_is_not_the_key_that_signed() throws Exception {
        String old = signed(first);
        tokens.parse(old, rules);
        RsaJsonWebKey other = key("first");

        published = new JsonWebKeySet(other, second);
        awaitKeysOf(signed(second));
        assertThatThrownBy(() -> tokens.parse(old, rules)).isInstanceOf(ParseException.class);
        assertThat(tokens.parse(signed(other), rules)).isNotNull();
    }

    @Test
    void as_long_as_its_key_is_published_it_is_believed_without_another_look() throws Exception {
        AtomicInteger checks = new AtomicInteger();
        Caller.CheckedTokens counted = new Caller.CheckedTokens(
                new Caller.CheckedTokens.PublishedKeys() {
                    @Override
                    Caller.CheckedTokens.Signed check(String text, JWTAuthContextInfo by) throws ParseException {
                        checks.incrementAndGet();
                        return super.check(text, by);
                    }
                },
                Clock.systemUTC());
        String token = signed(first);
        for (int request = 0; request < 20; request++) {
            counted.parse(token, rules);
        }

        assertThat(checks).hasValue(1);
        assertThat(reads).hasValue(1);
    }
}
