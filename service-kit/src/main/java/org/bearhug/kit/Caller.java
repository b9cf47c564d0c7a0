package org.bearhug.kit;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
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
}
