package org.bearhug.user.token;

import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.security.Key;
import java.util.List;
import org.bearhug.kit.Caller;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Checks tokens as the other services do, by the same settings; only the keys come from the own database and not from
 * the own {@code jwks.json}, each time anew: a key that ends here ends at once.
 */
@ApplicationScoped
@Alternative
@Priority(2)
class OwnTokens extends JWTCallerPrincipalFactory {

    @Inject
    SigningKeys keys;

    private final DefaultJWTTokenParser parser = new Parser();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        return Caller.AccessToken.of(parser.parse(token, settings));
    }

    private final class Parser extends DefaultJWTTokenParser {
        @Override
        protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo settings) {
            return this::resolve;
        }

        private Key resolve(JsonWebSignature token, List<JsonWebStructure> around) throws UnresolvableKeyException {
            String kid = token.getKeyIdHeaderValue();
            if (kid == null) {
                throw new UnresolvableKeyException("the token names no key");
            }
            return keys.find(kid)
                    .orElseThrow(() -> new UnresolvableKeyException("the token names a key that is not ours"))
                    .publicKey();
        }
    }
}
