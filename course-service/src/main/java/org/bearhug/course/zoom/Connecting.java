package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Seal;
import org.hibernate.Session;

/**
 * An instructor's way to Zoom and back: OAuth's code with PKCE. The state names who began, and a cookie that the same
 * browser came back, so that nobody connects somebody else's account to their own.
 */
@ApplicationScoped
class Connecting {

    static final String COOKIE = "bearhug_zoom";

    private static final String CALLBACK = "/api/courses/v1/zoom/callback";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SECRET_BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private static final String ADD =
            """
            INSERT INTO zoom_connecting (state_hash, browser_hash, instructor_id, sealed_verifier, expires_at)
            VALUES (:state, :browser, :instructor, :verifier, :expires)""";

    private static final String TAKE =
            """
            DELETE FROM zoom_connecting WHERE state_hash = :state OR expires_at <= :now
            RETURNING state_hash = :state AND browser_hash = :browser AND expires_at > :now, instructor_id, sealed_verifier""";

    @Inject
    ZoomSettings settings;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Connections connections;

    @Inject
    Session database;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    record Start(URI authorizeUrl, NewCookie cookie) {}

    private record Begun(UUID instructor, String verifier) {}

    @Transactional
    Start start(UUID instructor) {
        ZoomSettings.App app = settings.userApp()
                .orElseThrow(() -> new Refusal(
                        409, "zoom-not-offered", "Zoom accounts cannot be connected here. Give a call link."));
        String state = secret();
        String browser = secret();
        String verifier = secret();
        database.createNativeMutationQuery(ADD)
                .setParameter("state", sha256(state))
                .setParameter("browser", sha256(browser))
                .setParameter("instructor", instructor)
                .setParameter("verifier", seal.close(verifier, "zoom-verifier:" + instructor))
                .setParameter("expires", clock.instant().plus(PATIENCE))
                .executeUpdate();
        URI authorize = URI.create(settings.oauthUrl + "/authorize?response_type=code&client_id="
                + TokenEndpoint.encoded(app.clientId()) + "&redirect_uri=" + TokenEndpoint.encoded(redirectUri())
                + "&state=" + state + "&code_challenge=" + TEXT.encodeToString(sha256(verifier))
                + "&code_challenge_method=S256");
        return new Start(authorize, cookie(browser, (int) PATIENCE.toSeconds()));
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(settings.publicUrl.startsWith("https:"))
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(seconds)
                .build();
    }

    private String redirectUri() {
        return settings.publicUrl + CALLBACK;
    }

    /** Whether the account is connected now. What came back is good for one try. */
    boolean finish(String code, String state, String browser) {
        Optional<Begun> begun = QuarkusTransaction.requiringNew().call(() -> take(state, browser));
        if (begun.isEmpty()) {
            return false;
        }
        try {
            connections.connected(
                    begun.get().instructor(),
                    endpoint.redeemed(code, begun.get().verifier(), redirectUri()));
            return true;
        } catch (ZoomFailure refused) {
            return false;
        }
    }

    private Optional<Begun> take(String state, String browser) {
        return database
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("state", sha256(state))
                .setParameter("browser", sha256(browser))
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .filter(row -> (Boolean) row[0])
                .map(row -> new Begun((UUID) row[1], seal.open((String) row[2], "zoom-verifier:" + row[1])))
                .findFirst();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
