package org.bearhug.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Who sends the request, as its token says. */
@RequestScoped
public class Caller {

    @Inject
    JsonWebToken token;

    @Inject
    SecurityIdentity identity;

    /**
     * The account on whose behalf the request is made: the person's own, or the owner's of an API client.
     *
     * @throws Refusal 403 for the platform's own services, which act for nobody
     */
    public UUID accountId() {
        try {
            return UUID.fromString(token.getSubject());
        } catch (IllegalArgumentException aService) {
            throw new Refusal(403, "forbidden", "This is for people and their API clients.");
        }
    }

    /** Whether it is one of the platform's own services, which act for nobody: the client is its own subject. */
    public boolean isService() {
        return token.getSubject() != null && token.getSubject().equals(token.getClaim("client_id"));
    }

    /** Whether the caller's token names this group or scope. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Stable for one account or client, and "nobody" without a token: what a caller's keys and limits are kept under. */
    public String name() {
        if (identity.isAnonymous()) {
            return "nobody";
        }
        String client = token.getClaim("client_id");
        return client == null ? token.getSubject() : token.getSubject() + " " + client;
    }

    /**
     * What SmallRye JWT leaves open, after it has checked signature, algorithm, issuer, audience and expiry: only a token
     * whose header says {@code at+jwt} (RFC 9068) is an access token, and the words of its {@code scope} count as roles, so
     * that {@code @RolesAllowed} serves people and clients alike.
     */
    @ApplicationScoped
    static class AccessTokens implements SecurityIdentityAugmentor {

        private static final Pattern TYPE = Pattern.compile("\"typ\"\\s*:\\s*\"at\\+jwt\"");
        private static final Clock CLOCK = Clock.systemUTC();
        private static final int SKEW_SECONDS = 5;

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
                return Uni.createFrom().item(identity);
            }
            // By the system's clock, as the checks before this one.
            boolean fromTheFuture = token.getIssuedAtTime() > CLOCK.instant().getEpochSecond() + SKEW_SECONDS;
            if (!isAccessToken(token.getRawToken()) || fromTheFuture) {
                return Uni.createFrom().failure(new AuthenticationFailedException("not an access token"));
            }
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder(identity)
                            .addRoles(scopes(token))
                            .build());
        }

        private static boolean isAccessToken(String rawToken) {
            byte[] header = Base64.getUrlDecoder().decode(rawToken.substring(0, rawToken.indexOf('.')));
            return TYPE.matcher(new String(header, StandardCharsets.UTF_8)).find();
        }

        /** Only words with a colon, so that no scope can ever pass for a group such as {@code admin}. */
        private static Set<String> scopes(JsonWebToken token) {
            String scope = token.getClaim("scope");
            return scope == null
                    ? Set.of()
                    : Arrays.stream(scope.split(" "))
                            .filter(word -> word.contains(":"))
                            .collect(Collectors.toSet());
        }
    }

    /**
     * A token that was found good is believed for a minute without checking its signature again, which costs more than all
     * the rest of a small request: never for longer than it lives, nor than the key that signed it is published, which is asked
     * each time, of the keys that were read last.
     */
    @ApplicationScoped
    @Alternative
    @Priority(1)
    static class CheckedTokens extends JWTCallerPrincipalFactory {

        private static final Logger LOG = Logger.getLogger(CheckedTokens.class);
        private static final int MOST = 10_000;
        private static final int LONGEST_SECONDS = 60;

        private final PublishedKeys keys;
        private final Clock clock;
        private final Cache<String, Checked> good = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LONGEST_SECONDS, TimeUnit.SECONDS)
                .build();

        /** @param rules by which it was checked; by others it is checked anew */
        private record Checked(Signed signed, JWTAuthContextInfo rules, long until) {}

        /** @param header alone, by which the key is found */
        record Signed(JWTCallerPrincipal token, JsonWebSignature header, Key key) {}

        CheckedTokens() {
            this(new PublishedKeys(), Clock.systemUTC());
        }

        CheckedTokens(PublishedKeys keys, Clock clock) {
            this.keys = keys;
            this.clock = clock;
        }

        @Override
        public JWTCallerPrincipal parse(String text, JWTAuthContextInfo rules) throws ParseException {
            long now = clock.instant().getEpochSecond();
            Checked before = good.getIfPresent(text);
            if (before != null && before.rules == rules && now < before.until && keys.stillHave(before.signed, rules)) {
                return before.signed.token();
            }
            good.invalidate(text);
            Signed signed = keys.check(text, rules);
            good.put(text, new Checked(signed, rules, until(signed.token(), rules, now)));
            return signed.token();
        }

        @Scheduled(every = "1m", delayed = "1m", identity = "read-published-keys")
        void readKeys() {
            try {
                if (keys.published != null) {
                    keys.published.refresh();
                }
            } catch (JoseException | IOException away) {
                LOG.infof("The published keys were not read, those known go on: %s", away.getMessage());
            }
        }

        private static long until(JsonWebToken token, JWTAuthContextInfo rules, long now) {
            long oldest = rules.getTokenAge() == null ? Long.MAX_VALUE : token.getIssuedAtTime() + rules.getTokenAge();
            return Math.min(now + LONGEST_SECONDS, Math.min(token.getExpirationTime(), oldest));
        }

        /** The keys that user-service publishes, as they were read last. */
        static class PublishedKeys extends DefaultJWTTokenParser {

            private VerificationKeyResolver resolver;
            private volatile HttpsJwks published;

            Signed check(String text, JWTAuthContextInfo rules) throws ParseException {
                JwtContext read = parse(text, rules);
                JsonWebStructure signature = read.getJoseObjects().get(0);
                JsonWebSignature header = new JsonWebSignature();
                header.setAlgorithmHeaderValue(signature.getAlgorithmHeaderValue());
                header.setKeyIdHeaderValue(signature.getKeyIdHeaderValue());
                var token = new DefaultJWTCallerPrincipal(signature.getHeader("typ"), read.getJwtClaims());
                return new Signed(token, header, signature.getKey());
            }

            boolean stillHave(Signed signed, JWTAuthContextInfo rules) {
                try {
                    return getVerificationKeyResolver(rules)
                            .resolveKey(signed.header(), List.of())
                            .equals(signed.key());
                } catch (UnresolvableKeyException withdrawn) {
                    return false;
                }
            }

            @Override
            protected synchronized VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules)
                    throws UnresolvableKeyException {
                if (resolver == null) {
                    resolver = new KeyLocationResolver(rules) {
                        @Override
                        protected HttpsJwks getHttpsJwks(String location) {
                            published = super.getHttpsJwks(location);
                            return published;
                        }

                        /** A request may wait for it, on a thread that serves others too: not for long. */
                        @Override
                        protected Get getHttpGet() {
                            Get get = super.getHttpGet();
                            get.setConnectTimeout(500);
                            get.setReadTimeout(1_000);
                            get.setRetries(0);
                            return get;
                        }
                    };
                }
                return resolver;
            }
        }
    }
}
