package org.bearhug.web;

import java.net.URI;
import java.util.List;

/**
 * A service behind the door.
 *
 * @param prefix what its addresses begin with at the door, and not at the service
 * @param open what may be asked for through the door, each the beginning of a path or, without a slash at its end, a
 *     whole one; the feeds, health and metrics are for neighbours and operators, who ask the service itself
 */
record Upstream(String name, String prefix, URI address, List<String> open) {

    boolean takes(String path) {
        return path.startsWith(prefix + "/");
    }

    boolean isOpen(String path) {
        String inner = path.substring(prefix.length());
        return open.stream().anyMatch(door -> door.endsWith("/") ? inner.startsWith(door) : inner.equals(door));
    }

    /** What the service is asked for: the target without our prefix, with its query. */
    String inner(String target) {
        return target.substring(prefix.length());
    }

    int port() {
        return address.getPort() >= 0 ? address.getPort() : isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    /**
     * An address that the service answered with, as it is to be used through the door. One on another server, such as
     * the way into a call, stays as it is.
     */
    String outer(String location) {
        URI target;
        try {
            target = URI.create(location);
        } catch (IllegalArgumentException e) {
            return location;
        }
        if (target.getRawAuthority() != null && !isOurs(target)) {
            return location;
        }
        String path = target.getRawPath();
        if (path == null || !path.startsWith("/") || !isOpen(prefix + path)) {
            return location;
        }
        String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
        String fragment = target.getRawFragment() == null ? "" : "#" + target.getRawFragment();
        return prefix + path + query + fragment;
    }

    private boolean isOurs(URI target) {
        return target.getRawAuthority().equals(address.getRawAuthority());
    }
}
