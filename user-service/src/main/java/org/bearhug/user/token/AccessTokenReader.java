package org.bearhug.user.token;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads access tokens that somebody else was sent, with the checks of those that we are sent ourselves. */
@ApplicationScoped
public class AccessTokenReader {

    private static final Pattern TYPE = Pattern.compile("\"typ\"\\s*:\\s*\"at\\+jwt\"");

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
            JsonWebToken token = parser.parse(text);
            return Optional.of(token).filter(parsed -> isAccessToken(text));
        } catch (ParseException notGood) {
            return Optional.empty();
        }
    }

    private static boolean isAccessToken(String text) {
        byte[] header = Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.')));
        return TYPE.matcher(new String(header, StandardCharsets.UTF_8)).find();
    }
}
