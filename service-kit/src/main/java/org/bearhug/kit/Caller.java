package org.bearhug.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

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
        private static final Duration SKEW = Duration.ofSeconds(5);

        @Override
        public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
            if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
                return Uni.createFrom().item(identity);
            }
            if (!isAccessToken(token.getRawToken()) || isFromTheFuture(token)) {
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

        /** By the system's clock, as the checks before this one. */
        private static boolean isFromTheFuture(JsonWebToken token) {
            return token.getIssuedAtTime() > CLOCK.instant().plus(SKEW).getEpochSecond();
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

        private static HttpProblem refusal() {
            return new Refusal(401, "invalid-token", "Send a valid access token.").toProblem();
        }

        /** Nobody came where somebody is needed. In place of the problem library's, which expects another Quarkus. */
        @Provider
        @Priority(Priorities.USER - 100)
        static final class Missing extends ExceptionMapperBase<UnauthorizedException> {
            @Override
            protected HttpProblem toProblem(UnauthorizedException missing) {
                return refusal();
            }
        }

        /** A token that is not to be believed. In place of the problem library's, which expects another Quarkus. */
        @Provider
        @Priority(Priorities.USER - 100)
        static final class Invalid extends ExceptionMapperBase<AuthenticationFailedException> {
            @Override
            protected HttpProblem toProblem(AuthenticationFailedException invalid) {
                return refusal();
            }
        }
    }

    /**
     * A token that was found good is believed for a moment without checking its signature again, which costs more than all
     * the rest of a small request. For no longer than it lives, and for no longer than a minute: a key that is withdrawn counts
     * for so long beyond the minutes for which keys are kept anyway.
     */
    @ApplicationScoped
    @Alternative
    @Priority(1)
    static class CheckedTokens extends JWTCallerPrincipalFactory {

        private static final int MOST = 5_000;
        private static final Duration LONGEST = Duration.ofMinutes(1);

        private final JWTCallerPrincipalFactory check;
        private final Clock clock;
        private final Cache<String, Checked> good = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LONGEST)
                .build();

        /** @param rules by which it was checked; by others it is checked anew */
        private record Checked(JWTCallerPrincipal token, JWTAuthContextInfo rules, long untilSecond) {}

        CheckedTokens() {
            this(new DefaultJWTCallerPrincipalFactory(), Clock.systemUTC());
        }

        CheckedTokens(JWTCallerPrincipalFactory check, Clock clock) {
            this.check = check;
            this.clock = clock;
        }

        @Override
        public JWTCallerPrincipal parse(String text, JWTAuthContextInfo rules) throws ParseException {
            long now = clock.instant().getEpochSecond();
            Checked before = good.getIfPresent(text);
            if (before != null && before.rules == rules && now < before.untilSecond) {
                return before.token;
            }
            JWTCallerPrincipal token = check.parse(text, rules);
            good.put(text, new Checked(token, rules, until(token, rules, now)));
            return token;
        }

        private static long until(JsonWebToken token, JWTAuthContextInfo rules, long now) {
            long oldest = rules.getTokenAge() == null ? Long.MAX_VALUE : token.getIssuedAtTime() + rules.getTokenAge();
            return Math.min(now + LONGEST.toSeconds(), Math.min(token.getExpirationTime(), oldest));
        }
    }
}
