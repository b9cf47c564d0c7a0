package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The access token of each connection, shared by all instances. Who finds it old holds the connection's row for a moment
 * and asks Zoom for another one, outside any transaction; all others wait and read what came. A refresh token is good
 * for one use, so two must never be on their way at once.
 */
@ApplicationScoped
class AccessTokens {

    /** A token is renewed before it ends, so that none ends on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final Duration HOLD = Duration.ofSeconds(30);
    private static final int LOOKS = 200;
    private static final long PAUSE_MS = 100;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    SealedTokens sealed;

    @Inject
    Clock clock;

    /** What was found: a token, or the right to fetch one, or neither when another has that right. */
    private record Found(String token, boolean mine, String refreshToken) {}

    /**
     * A token that was good when this was called.
     *
     * @param refused one that Zoom has refused just now, or null
     * @throws ZoomFailure when there is none to be had
     */
    String of(UUID connection, String refused) {
        for (int look = 0; look < LOOKS; look++) {
            UUID me = UUID.randomUUID();
            Found found = QuarkusTransaction.requiringNew().call(() -> find(connection, refused, me));
            if (found.token() != null) {
                return found.token();
            }
            if (found.mine()) {
                return renew(connection, me, found.refreshToken());
            }
            pause();
        }
        throw ZoomFailure.unsure("another instance is fetching a token for too long");
    }

    private Found find(UUID id, String refused, UUID me) {
        Instant now = clock.instant();
        ZoomConnection connection = ZoomConnection.locked(id).orElseGet(() -> ofPlatform(id));
        if (connection.state == ZoomConnection.State.RECONNECT) {
            throw ZoomFailure.disconnected("it has to be connected again");
        }
        String token = sealed.open(id, connection.accessToken);
        if (token != null && !token.equals(refused) && now.plus(MARGIN).isBefore(connection.accessUntil)) {
            return new Found(token, false, null);
        }
        if (connection.isHeld(now)) {
            return new Found(null, false, null);
        }
        connection.hold(me, now.plus(HOLD));
        return new Found(null, true, sealed.open(id, connection.refreshToken));
    }

    private static ZoomConnection ofPlatform(UUID id) {
        if (!id.equals(ZoomSettings.PLATFORM)) {
            throw ZoomFailure.disconnected("it was taken away");
        }
        return ZoomConnection.made(id);
    }

    private String renew(UUID id, UUID me, String refreshToken) {
        try {
            TokenEndpoint.Tokens fresh = refreshToken == null ? endpoint.ofAccount() : endpoint.refreshed(refreshToken);
            QuarkusTransaction.requiringNew().run(() -> keep(id, me, fresh));
            return fresh.accessToken();
        } catch (ZoomFailure failure) {
            QuarkusTransaction.requiringNew().run(() -> giveUp(id, me, failure));
            throw failure;
        }
    }

    private void keep(UUID id, UUID me, TokenEndpoint.Tokens fresh) {
        ZoomConnection.locked(id).filter(row -> me.equals(row.holder)).ifPresent(row -> {
            sealed.store(row, fresh);
            row.free();
        });
    }

    private static void giveUp(UUID id, UUID me, ZoomFailure failure) {
        ZoomConnection.locked(id).filter(row -> me.equals(row.holder)).ifPresent(row -> {
            if (failure.kind() == ZoomFailure.Kind.DISCONNECTED && row.refreshToken != null) {
                row.state = ZoomConnection.State.RECONNECT;
            }
            row.free();
        });
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ZoomFailure.unsure("stopped while waiting for a token");
        }
    }
}
