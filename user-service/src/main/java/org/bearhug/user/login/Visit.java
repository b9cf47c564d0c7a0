package org.bearhug.user.login;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.user.limit.Origin;
import org.bearhug.user.secret.Secret;

/**
 * Somebody at the door: from where, by which kind of browser, and what that browser remembers.
 *
 * @param address as {@link Origin} has it
 * @param network coarser than the address: a phone keeps it for days
 * @param device for people to read, such as "Firefox on Android"
 */
public record Visit(String address, String network, String device, Optional<Secret> cookie) {

    private static final int LONGEST_COOKIE = 200;

    /** The one that makes this request. */
    public static Visit of(HttpServerRequest request) {
        String host = request.remoteAddress().hostAddress();
        return new Visit(
                Origin.of(host),
                Origin.network(host),
                Browser.name(request.getHeader(HttpHeaders.USER_AGENT)),
                cookie(request, BrowserCookies.DEVICE));
    }

    static Optional<Secret> cookie(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_COOKIE)
                .map(Secret::new);
    }

    /** The kind of browser and the network, for one account only, so that it follows nobody from one to another. */
    byte[] print(UUID account) {
        return new Secret(account + "\n" + network + "\n" + device).hash();
    }

    /** Tells nothing of the cookie. */
    @Override
    public String toString() {
        return "Visit[" + device + "]";
    }
}
