package org.bearhug.user.token;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes access tokens (RFC 9068). */
@ApplicationScoped
public class TokenIssuer {

    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** The client on whose word people's tokens are given: whoever sends their password. */
    public static final String LOGIN_CLIENT = "bearhug";

    private static final String APPROVED = "approved";

    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.issuer")
    String issuer;

    /**
     * For a person, with what the other services show of them.
     *
     * @param approved whether the person may publish, for services that have not been told yet
     * @param authenticatedAt when they have shown who they are; a refreshed token keeps it, for what is grave is done only
     *     soon after that
     */
    public String forPerson(
            UUID id, String group, String email, String name, boolean approved, Instant authenticatedAt) {
        return signed(claims(id.toString(), LOGIN_CLIENT)
                .groups(group)
                .claim("email", email)
                .claim("name", name)
                .claim(APPROVED, approved)
                .claim("auth_time", authenticatedAt.getEpochSecond()));
    }

    /** For a program in the name of an account; {@code approved} as for the person. */
    public String forClient(String subject, String clientId, Set<String> scopes, boolean approved) {
        return signed(claims(subject, clientId)
                .claim("scope", String.join(" ", scopes))
                .claim(APPROVED, approved));
    }

    /** For one of the platform's own services, which publishes nothing. */
    public String forService(String name, Set<String> scopes) {
        return forClient(name, name, scopes, false);
    }

    private JwtClaimsBuilder claims(String subject, String clientId) {
        Instant now = clock.instant();
        return Jwt.issuer(issuer)
                .subject(subject)
                .audience(Set.of("bearhug"))
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .claim("jti", UUID.randomUUID().toString())
                .claim("client_id", clientId);
    }

    private String signed(JwtClaimsBuilder claims) {
        SigningKey key = keys.current();
        return claims.jws().keyId(key.kid()).header("typ", "at+jwt").sign(key.privateKey());
    }
}
