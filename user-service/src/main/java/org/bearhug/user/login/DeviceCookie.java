package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** By which a browser is known again. It opens nothing: whoever has it still needs a password, a link or a passkey. */
@ApplicationScoped
class DeviceCookie {

    static final String NAME = "bearhug_device";

    /** The longest that browsers keep a cookie. */
    private static final Duration KEPT = Duration.ofDays(400);

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    NewCookie holding(Secret secret) {
        return new NewCookie.Builder(NAME)
                .value(secret.text())
                .path("/")
                .maxAge((int) KEPT.toSeconds())
                .httpOnly(true)
                .secure(publicUrl.startsWith("https:"))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
