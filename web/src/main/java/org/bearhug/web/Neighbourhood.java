package org.bearhug.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a browser finds what stands beside the door: on the machine it came to, at the ports these have there. */
@ApplicationScoped
class Neighbourhood {

    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    @ConfigProperty(name = "bearhug.users-url")
    URI users;

    @ConfigProperty(name = "bearhug.courses-url")
    URI courses;

    @ConfigProperty(name = "bearhug.bookings-url")
    URI bookings;

    @ConfigProperty(name = "bearhug.mailbox-url")
    Optional<URI> mailbox;

    /** One API, for the page. */
    record Api(String name, String purpose, String document, String explorer) {}

    List<Api> apis(HttpServerRequest request) {
        return List.of(
                api(request, "users", "Accounts, families, log-in and API clients", users),
                api(request, "courses", "Courses, blocks and sessions, and the public catalogue", courses),
                api(request, "bookings", "Seats, bookings, rosters and the way into the call", bookings));
    }

    private static Api api(HttpServerRequest request, String name, String purpose, URI service) {
        return new Api(name, purpose, "/api/" + name + "/openapi", beside(request, service) + "/q/swagger-ui");
    }

    /** The page with the mails; null where real mail is sent. */
    String mailbox(HttpServerRequest request) {
        return mailbox.map(address -> beside(request, address)).orElse(null);
    }

    private static String beside(HttpServerRequest request, URI address) {
        return "http://" + host(request) + ":" + address.getPort();
    }

    /** The host name is the caller's word, so nothing but a host name is taken. */
    private static String host(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && HOST_NAME.matcher(authority.host()).matches() ? authority.host() : "localhost";
    }
}
