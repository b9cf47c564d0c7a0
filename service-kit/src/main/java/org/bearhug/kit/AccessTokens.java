package org.bearhug.kit;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What SmallRye JWT leaves open, after it has checked signature, algorithm, issuer, audience and expiry: only a token
 * whose header says {@code at+jwt} (RFC 9068) is an access token, and the words of its {@code scope} count as roles, so
 * that {@code @RolesAllowed} serves people and clients alike.
 */
@ApplicationScoped
class AccessTokens implements SecurityIdentityAugmentor {

    private static final Pattern TYPE = Pattern.compile("\"typ\"\\s*:\\s*\"at\\+jwt\"");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        if (!isAccessToken(token.getRawToken())) {
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
