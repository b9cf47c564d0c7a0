package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.kit.Seal;

/** The tokens of a connection as they lie in its row. */
@ApplicationScoped
class SealedTokens {

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** Writes these tokens into a row that is locked. */
    void store(ZoomConnection row, TokenEndpoint.Tokens fresh) {
        Instant now = clock.instant();
        row.accessToken = seal.close(fresh.accessToken(), context(row.id));
        row.accessUntil = now.plusSeconds(fresh.expiresIn());
        row.refreshToken = fresh.refreshToken() == null ? null : seal.close(fresh.refreshToken(), context(row.id));
        row.scopes = fresh.scope();
        row.refreshedAt = now;
        row.state = ZoomConnection.State.CONNECTED;
    }

    /** Null for none. */
    String open(UUID id, String sealed) {
        return sealed == null ? null : seal.open(sealed, context(id));
    }

    private static String context(UUID id) {
        return "zoom-token:" + id;
    }
}
