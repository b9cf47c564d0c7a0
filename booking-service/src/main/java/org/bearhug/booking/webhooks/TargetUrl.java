package org.bearhug.booking.webhooks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bearhug.kit.Refusal;

/**
 * Where an endpoint is, taken apart. It is an {@code https} address of a name on a usual port; what the name leads to is
 * looked at each time something is sent.
 */
record TargetUrl(boolean tls, String host, int port, String path) {

    static final int LONGEST = 500;

    private static final String LOCALHOST = "localhost";

    /**
     * Of at least two parts, the last with a letter first, as no number has in whatever notation: {@code 127.1}, {@code
     * 2130706433}, {@code 0x7f.0.0.0x1} and {@code [::1]} are none.
     */
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Set<Integer> PORTS = Set.of(443, 8443);

    /**
     * Reads an address.
     *
     * @param localToo whether a program on this machine may be meant, by {@code localhost}, also without TLS
     * @throws Refusal 400 {@code webhook-url-refused}
     */
    static TargetUrl of(String url, boolean localToo) {
        URI uri = uri(url);
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw refused("An address with a name or password in it is not taken.");
        }
        if (uri.getRawFragment() != null) {
            throw refused("An address ends before the #.");
        }
        String host = uri.getHost();
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        boolean local = localToo && LOCALHOST.equals(host);
        if (!tls && !(local && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw refused("The address has to begin with https://.");
        }
        if (!local && (host == null || !NAME.matcher(host).matches())) {
            throw refused("The address needs a public name, such as hooks.example.org; no number.");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        if (!local && !PORTS.contains(port)) {
            throw refused("The port has to be 443 or 8443.");
        }
        return new TargetUrl(tls, host, port, path(uri));
    }

    /** Whether it is on this machine. */
    boolean isLocal() {
        return LOCALHOST.equals(host);
    }

    private static URI uri(String url) {
        try {
            if (url.length() > LONGEST) {
                throw refused("The address has " + LONGEST + " characters at most.");
            }
            return new URI(url);
        } catch (URISyntaxException notAnAddress) {
            throw refused("This is not an address.");
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Refusal refused(String why) {
        return new Refusal(400, "webhook-url-refused", why)
                .with("errors", List.of(new Refusal.FieldError("#/url", why)));
    }
}
