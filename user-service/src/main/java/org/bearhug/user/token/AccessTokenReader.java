package org.bearhug.user.token;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads access tokens that somebody else was sent, with the checks of those that we are sent ourselves. */
@ApplicationScoped
public class AccessTokenReader {

    /** No token of ours is longer. */
    private static final int LONGEST = 8_000;

    @Inject
    JWTParser parser;

    /** The token, if it is a good one now. */
    public Optional<JsonWebToken> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(text));
        } catch (ParseException notGood) {
            return Optional.empty();
        }
    }
}
