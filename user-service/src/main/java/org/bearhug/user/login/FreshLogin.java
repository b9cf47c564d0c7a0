package org.bearhug.user.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whether the caller has shown lately who they are: a phone that lies about must not be enough for what is grave. */
@RequestScoped
public class FreshLogin {

    /** How old a log-in may be; a refresh makes none younger. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    @Inject
    JsonWebToken token;

    @Inject
    Clock clock;

    /**
     * Lets nobody pass whose log-in is older than {@link #FRESH}.
     *
     * @throws Refusal 403 {@code fresh-login-needed}, also when the token does not say when
     */
    public void require(String reason) {
        require(FRESH, reason);
    }

    /** As {@link #require(String)}, for what may take this long since the log-in. */
    public void require(Duration longest, String reason) {
        Object seconds = token.getClaim("auth_time");
        if (seconds == null
                || Instant.ofEpochSecond(Long.parseLong(seconds.toString()))
                        .isBefore(clock.instant().minus(longest))) {
            throw new Refusal(403, "fresh-login-needed", "Please log in again first: " + reason);
        }
    }
}
