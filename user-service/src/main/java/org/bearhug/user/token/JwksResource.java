package org.bearhug.user.token;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The public halves of the signing keys (RFC 7517). */
@Path("/.well-known/jwks.json")
@Tag(name = "tokens")
class JwksResource {

    @Inject
    SigningKeys keys;

    record Jwks(List<Jwk> keys) {}

    record Jwk(String kty, String use, String alg, String kid, String n, String e) {
        static Jwk of(SigningKey key) {
            return new Jwk(
                    "RSA",
                    "sig",
                    "RS256",
                    key.kid(),
                    base64(key.publicKey().getModulus()),
                    base64(key.publicKey().getPublicExponent()));
        }

        /** Without the sign, as RFC 7518 writes numbers. */
        private static String base64(BigInteger number) {
            byte[] bytes = number.toByteArray();
            int from = bytes[0] == 0 ? 1 : 0;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
        }
    }

    @GET
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=300")
    @Operation(operationId = "readKeys", summary = "The public keys that access tokens are checked with")
    @APIResponseSchema(
            value = Jwks.class,
            responseDescription = "The key that signs, its successor, and its predecessor while its tokens live")
    public Jwks read() {
        return new Jwks(keys.published().stream().map(Jwk::of).toList());
    }
}
