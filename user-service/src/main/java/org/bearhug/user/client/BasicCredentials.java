package org.bearhug.user.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.bearhug.user.secret.Secret;

/** A client's id and secret from HTTP Basic, where OAuth has both form-encoded first (RFC 6749, section 2.3.1). */
record BasicCredentials(String id, Secret secret) {

    private static final String SCHEME = "Basic ";

    static Optional<BasicCredentials> read(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2
                    ? Optional.of(new BasicCredentials(decoded(parts[0]), new Secret(decoded(parts[1]))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBasic) {
            return Optional.empty();
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
