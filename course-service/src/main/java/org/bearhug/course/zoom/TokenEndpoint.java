package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Zoom's OAuth, as RFC 6749 has it but for the grant of account credentials. */
@ApplicationScoped
class TokenEndpoint {

    @Inject
    ZoomSettings settings;

    @Inject
    Wire wire;

    @Inject
    Clock clock;

    /**
     * What Zoom gives.
     *
     * @param refreshToken good for one use; null for the platform's account, which asks anew
     */
    record Tokens(String accessToken, long expiresIn, String refreshToken, String scope) {
        @Override
        public String toString() {
            return "Tokens[…]";
        }
    }

    /** A token for the platform's own account. */
    Tokens ofAccount() {
        ZoomSettings.App app =
                settings.platformApp().orElseThrow(() -> ZoomFailure.disconnected("no Zoom account is configured"));
        return ask(app, Map.of("grant_type", "account_credentials", "account_id", settings.accountId.orElseThrow()));
    }

    /** The next tokens of an instructor's account; the ones before end with them. */
    Tokens refreshed(String refreshToken) {
        return ask(userApp(), Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /** The first tokens of an instructor's account, for the code that came back with the browser. */
    Tokens redeemed(String code, String verifier, String redirectUri) {
        return ask(
                userApp(),
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code,
                        "code_verifier", verifier,
                        "redirect_uri", redirectUri));
    }

    /**
     * Tells Zoom that this token is not to count any more; one that it does not know does not count.
     *
     * @throws ZoomFailure when it has to be told again
     */
    void revoke(String token) {
        Wire.Answer answer = post(userApp(), "/revoke", Map.of("token", token));
        if (answer.status() >= 500 || answer.status() == 429) {
            throw ZoomFailure.unsure("not revoked, status " + answer.status());
        }
    }

    private ZoomSettings.App userApp() {
        return settings.userApp().orElseThrow(() -> ZoomFailure.disconnected("no Zoom app for users is configured"));
    }

    private Tokens ask(ZoomSettings.App app, Map<String, String> form) {
        Wire.Answer answer = post(app, "/token", form);
        String token = answer.json().path("access_token").asText();
        if (answer.isGood() && !token.isEmpty()) {
            return new Tokens(
                    token,
                    answer.json().path("expires_in").asLong(3600),
                    answer.json().path("refresh_token").textValue(),
                    answer.json().path("scope").asText());
        }
        if (answer.status() == 429) {
            throw ZoomFailure.throttled(RetryAfter.read(answer.header("Retry-After"), clock.instant())
                    .orElse(null));
        }
        // Of the other refusals some pass: one that is certain has OAuth's own word for it.
        if (answer.json().path("error").asText().matches("invalid_grant|invalid_client|unauthorized_client")) {
            throw ZoomFailure.disconnected(answer.json().path("error").asText());
        }
        throw ZoomFailure.unsure("no token, status " + answer.status());
    }

    private Wire.Answer post(ZoomSettings.App app, String path, Map<String, String> form) {
        String basic = app.clientId() + ":" + app.clientSecret();
        return wire.send(HttpRequest.newBuilder(URI.create(settings.oauthUrl + path))
                .timeout(settings.timeout)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
