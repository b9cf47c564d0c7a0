package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;

/**
 * An instructor's way to Zoom and back: OAuth's code with PKCE. The state names who began, and a cookie that the same
 * browser came back, so that nobody connects somebody else's account to their own.
 */
@ApplicationScoped
class Connecting {

    static final String COOKIE = "bearhug_zoom";

    private static final String CALLBACK = "/api/courses/v1/zoom/callback";
    private static final int SECRET_BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    @Inject
    ZoomSettings settings;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Connections connections;

    @Inject
    Departures departures;

    private final SecureRandom random = new SecureRandom();

    record Start(URI authorizeUrl, NewCookie cookie) {}

    @Transactional
    Start start(UUID instructor) {
        ZoomSettings.App app = settings.userApp()
                .orElseThrow(() -> new Refusal(
                        409, "zoom-not-offered", "Zoom accounts cannot be connected here. Give a call link."));
        String state = secret();
        String browser = secret();
        String verifier = secret();
        departures.note(new Departures.Departure(instructor, verifier), state, browser);
        URI authorize = URI.create(settings.oauthUrl + "/authorize?response_type=code&client_id="
                + TokenEndpoint.encoded(app.clientId()) + "&redirect_uri=" + TokenEndpoint.encoded(redirectUri())
                + "&state=" + state + "&code_challenge=" + TEXT.encodeToString(Departures.sha256(verifier))
                + "&code_challenge_method=S256");
        return new Start(authorize, cookie(browser, (int) Departures.PATIENCE.toSeconds()));
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
        Optional<Departures.Departure> begun =
                QuarkusTransaction.requiringNew().call(() -> departures.take(state, browser));
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

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }
}
