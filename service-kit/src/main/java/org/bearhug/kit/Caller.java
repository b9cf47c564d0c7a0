package org.bearhug.kit;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
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
}
