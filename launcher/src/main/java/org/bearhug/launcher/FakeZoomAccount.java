package org.bearhug.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services are told of a Zoom that is none; it believes everybody, so there is no secret in it. */
final class FakeZoomAccount {

    static final String WEBHOOK_SECRET = "fake-zoom";

    private FakeZoomAccount() {}

    static Map<String, String> ofCourses(Settings settings) {
        Map<String, String> account = new LinkedHashMap<>();
        if (settings.fakesZoom()) {
            String address = "http://localhost:" + settings.ports().fakeZoom();
            account.put("BEARHUG_ZOOM_API_URL", address + "/v2");
            account.put("BEARHUG_ZOOM_OAUTH_URL", address + "/oauth");
            for (String name : new String[] {
                "ACCOUNT_ID", "CLIENT_ID", "CLIENT_SECRET", "CONNECT_CLIENT_ID", "CONNECT_CLIENT_SECRET"
            }) {
                account.put("BEARHUG_ZOOM_" + name, "fake");
            }
            account.put("BEARHUG_ZOOM_WEBHOOK_SECRETS", WEBHOOK_SECRET);
            account.put(
                    "BEARHUG_ZOOM_HOSTS",
                    settings.get(
                            "BEARHUG_ZOOM_HOSTS",
                            Stream.of(DemoPeople.INES, DemoPeople.NOOR)
                                    .map(DemoPeople::email)
                                    .collect(Collectors.joining(","))));
        }
        return account;
    }

    /** Doors stand open long before, so that there is something to see. */
    static Map<String, String> ofBookings(Settings settings) {
        return settings.fakesZoom()
                ? Map.of("BEARHUG_JOIN_OPENS_BEFORE", settings.get("BEARHUG_JOIN_OPENS_BEFORE", "P366D"))
                : Map.of();
    }
}
