package org.bearhug.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
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
     * An access token, after SmallRye JWT has checked its signature, algorithm, issuer, audience and expiry. The words of its
     * {@code scope} count as groups, so that {@code @RolesAllowed} serves people and clients alike.
     */
    public static final class AccessToken extends DefaultJWTCallerPrincipal {

        private static final String TYPE = "at+jwt";
        private static final Clock CLOCK = Clock.systemUTC();
        private static final int SKEW_SECONDS = 5;
        private static final Map<String, Claims> STANDARD =
                Arrays.stream(Claims.values()).collect(Collectors.toMap(Claims::name, claim -> claim));

        private final Set<String> groups;

        private AccessToken(JwtClaims claims) {
            super(TYPE, claims);
            groups = Stream.concat(super.getGroups().stream(), scopes()).collect(Collectors.toUnmodifiableSet());
        }

        /** @throws ParseException unless its header says that it is one (RFC 9068), or when it is from the future */
        public static AccessToken of(JwtContext read) throws ParseException {
            AccessToken token = new AccessToken(read.getJwtClaims());
            // By the system's clock, as the checks before this one.
            boolean fromTheFuture = token.getIssuedAtTime() > CLOCK.instant().getEpochSecond() + SKEW_SECONDS;
            if (!TYPE.equals(read.getJoseObjects().get(0).getHeader("typ")) || fromTheFuture) {
                throw new ParseException("not an access token");
            }
            return token;
        }

        /** Only words with a colon, so that no scope can ever pass for a group such as {@code admin}. */
        private Stream<String> scopes() {
            String scope = getClaim("scope");
            return scope == null ? Stream.of() : Arrays.stream(scope.split(" ")).filter(word -> word.contains(":"));
        }

        @Override
        public Set<String> getGroups() {
            return groups;
        }

        /** Of other claims SmallRye JWT would be told by an exception, whenever it is asked for one. */
        @Override
        protected Claims getClaimType(String name) {
            return STANDARD.getOrDefault(name, Claims.UNKNOWN);
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
                return new Signed(AccessToken.of(read), header, signature.getKey());
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
