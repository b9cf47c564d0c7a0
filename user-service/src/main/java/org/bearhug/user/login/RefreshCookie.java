package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie that carries the refresh token: for the browser alone, never for its scripts or other sites. */
@ApplicationScoped
class RefreshCookie {

    static final String NAME = "bearhug_refresh";

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    NewCookie holding(RefreshToken token) {
        return cookie(token.text(), (int) Logins.IDLE.toSeconds());
    }

    /** Makes the browser forget it. */
    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(publicUrl.startsWith("https:"))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
