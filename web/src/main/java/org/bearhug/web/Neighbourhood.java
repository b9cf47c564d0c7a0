package org.bearhug.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
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

    JsonArray apis(HttpServerRequest request) {
        return new JsonArray()
                .add(api(request, "users", users))
                .add(api(request, "courses", courses))
                .add(api(request, "bookings", bookings));
    }

    private static JsonObject api(HttpServerRequest request, String name, URI service) {
        return new JsonObject()
                .put("name", name)
                .put("document", "/api/" + name + "/openapi")
                .put("explorer", beside(request, service) + "/q/swagger-ui");
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
