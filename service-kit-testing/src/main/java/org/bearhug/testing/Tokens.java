package org.bearhug.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes access tokens by hand, good ones and each kind of bad one. A good one is signed once and handed out again for five
 * minutes: to sign takes 20 ms of CPU as long as the JVM does without its second compiler, and the tests ask for thousands.
 */
public final class Tokens {

    /** The {@code iss} that services under test accept. */
    public static final String ISSUER = "http://issuer.test";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final long KEPT_SECONDS = 300;
    private static final Map<Map<String, Object>, String> KEPT = new ConcurrentHashMap<>();

    private final Map<String, Object> header =
            new LinkedHashMap<>(Map.of("alg", "RS256", "typ", "at+jwt", "kid", "test"));
    private final Map<String, Object> claims = new LinkedHashMap<>();

    private Tokens() {
        long now = Instant.now().getEpochSecond();
        claims.put("iss", ISSUER);
        claims.put("aud", List.of("bearhug"));
        claims.put("iat", now);
        claims.put("exp", now + 900);
        claims.put("jti", UUID.randomUUID().toString());
    }

    /** A good token of a person. */
    public static String of(Person person) {
        return forPerson(person).good();
    }

    /** A good token of a client that acts for an account, or of a service, with these scopes. */
    public static String ofClient(String subject, String clientId, String scopes) {
        return new Tokens()
                .claim("sub", subject)
                .claim("client_id", clientId)
                .claim("scope", scopes)
                .claim("approved", true)
                .good();
    }

    /** A good token of one of the platform's own services. */
    public static String ofService(String name, String scopes) {
        return ofClient(name, name, scopes);
    }

    /** The beginning of a person's token, to be changed and signed. */
    public static Tokens forPerson(Person person) {
        return new Tokens()
                .claim("sub", person.id().toString())
                .claim("groups", List.of(person.role()))
                .claim("email", person.email())
                .claim("name", person.fullName())
                .claim("approved", true);
    }

    /** Sets or, with null, removes a claim. */
    public Tokens claim(String name, Object value) {
        put(claims, name, value);
        return this;
    }

    /** Sets or, with null, removes a field of the header. */
    public Tokens header(String name, Object value) {
        put(header, name, value);
        return this;
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }

    /** Signed with the key that services under test trust; the same as a little earlier for who claims the same. */
    public String good() {
        Map<String, Object> wish = new HashMap<>(claims);
        wish.remove("exp");
        wish.remove("jti");
        wish.putAll(header);
        wish.computeIfPresent("iat", (name, at) -> ((Number) at).longValue() / KEPT_SECONDS);
        return KEPT.computeIfAbsent(wish, any -> signed(TestKeys.trusted().getPrivate()));
    }

    /** Signed with RS256. */
    public String signed(PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(unsigned().getBytes(StandardCharsets.US_ASCII));
            return unsigned() + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with HS256, with a public key as the shared secret: the classic confusion of algorithms. */
    public String signedWithSecret(Key publicKey) {
        try {
            header("alg", "HS256");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKey.getEncoded(), "HmacSHA256"));
            return unsigned() + "."
                    + BASE64.encodeToString(mac.doFinal(unsigned().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With {@code alg: none} and no signature. */
    public String notSigned() {
        header("alg", "none");
        return unsigned() + ".";
    }

    private String unsigned() {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(header)) + "."
                    + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
