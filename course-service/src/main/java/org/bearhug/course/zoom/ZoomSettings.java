package org.bearhug.course.zoom;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator has said about Zoom. */
@Singleton
class ZoomSettings {

    /** The connection of the platform's own account, which is nobody's in particular. */
    static final UUID PLATFORM = new UUID(0, 0);

    /** An OAuth app: server to server for the platform's account, or of users for the instructors' own. */
    record App(String clientId, String clientSecret) {}

    @ConfigProperty(name = "bearhug.zoom-account-id")
    Optional<String> accountId;

    @ConfigProperty(name = "bearhug.zoom-client-id")
    Optional<String> clientId;

    @ConfigProperty(name = "bearhug.zoom-client-secret")
    Optional<String> clientSecret;

    @ConfigProperty(name = "bearhug.zoom-connect-client-id")
    Optional<String> connectClientId;

    @ConfigProperty(name = "bearhug.zoom-connect-client-secret")
    Optional<String> connectClientSecret;

    @ConfigProperty(name = "bearhug.zoom-hosts")
    List<String> hosts;

    @ConfigProperty(name = "bearhug.zoom-api-url")
    URI apiUrl;

    @ConfigProperty(name = "bearhug.zoom-oauth-url")
    URI oauthUrl;

    @ConfigProperty(name = "bearhug.zoom-webhook-secrets")
    Optional<List<String>> webhookSecrets;

    @ConfigProperty(name = "bearhug.zoom-plan")
    ZoomPlanLevel plan;

    @ConfigProperty(name = "bearhug.zoom-daily-limit")
    int dailyLimit;

    @ConfigProperty(name = "bearhug.zoom-meetings-at-once")
    int meetingsAtOnce;

    @ConfigProperty(name = "bearhug.zoom-timeout")
    Duration timeout;

    @ConfigProperty(name = "bearhug.zoom-first-pause")
    Duration firstPause;

    @ConfigProperty(name = "bearhug.zoom-heartbeat")
    Duration heartbeat;

    @ConfigProperty(name = "bearhug.zoom-worker")
    boolean worker;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /** The database keeps to the same numbers; better said at the start than when a class is planned. */
    @PostConstruct
    void check() {
        require("BEARHUG_ZOOM_MEETINGS_AT_ONCE", meetingsAtOnce, 1, 10);
        require("BEARHUG_ZOOM_DAILY_LIMIT", dailyLimit, 0, 1000);
    }

    private static void require(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(setting + " must be from " + least + " to " + most + ".");
        }
    }

    /** The platform's account and app, if there are. */
    Optional<App> platformApp() {
        return accountId.flatMap(account -> app(clientId, clientSecret));
    }

    /** The app with which instructors connect accounts of their own, if there is. */
    Optional<App> userApp() {
        return app(connectClientId, connectClientSecret);
    }

    private static Optional<App> app(Optional<String> id, Optional<String> secret) {
        return id.flatMap(known -> secret.map(word -> new App(known, word)));
    }
}
