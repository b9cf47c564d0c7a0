package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookies of the log-in: for the browser alone, never for its scripts or other sites. */
@ApplicationScoped
class BrowserCookies {

    /** It carries the refresh token. */
    static final String REFRESH = "bearhug_refresh";

    /** By it a browser is known again. It opens nothing: whoever has it still needs a password, a link or a passkey. */
    static final String DEVICE = "bearhug_device";

    /** By it a browser shows that it was the one that asked for a link. Alone it opens nothing. */
    static final String ASKED = "bearhug_asked";

    /** The longest that browsers keep a cookie. */
    private static final Duration DEVICE_KEPT = Duration.ofDays(400);

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    NewCookie refresh(RefreshToken token) {
        return cookie(REFRESH, token.text(), Logins.IDLE);
    }

    /** Makes the browser forget its log-in. */
    NewCookie noRefresh() {
        return cookie(REFRESH, "", Duration.ZERO);
    }

    NewCookie device(Secret secret) {
        return cookie(DEVICE, secret.text(), DEVICE_KEPT);
    }

    NewCookie asked(Secret secret) {
        return cookie(ASKED, secret.text(), MagicLinks.VALID);
    }

    private NewCookie cookie(String name, String value, Duration kept) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) kept.toSeconds())
                .httpOnly(true)
                .secure(publicUrl.startsWith("https:"))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
