package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose Zoom account holds whose meetings: an instructor's own, if it is connected, else the platform's. */
@ApplicationScoped
class Accounts {

    /** What Zoom calls the user whose token is sent. */
    private static final String ONESELF = "me";

    @Inject
    ZoomSettings settings;

    /** A connection and the Zoom users of it who hold meetings. */
    record Account(UUID connection, List<String> hosts) {}

    Optional<Account> of(UUID instructorId) {
        if (ZoomConnection.findByIdOptional(instructorId).isPresent()) {
            return Optional.of(new Account(instructorId, hostsOf(instructorId)));
        }
        return settings.platformApp().map(app -> new Account(ZoomSettings.PLATFORM, hostsOf(ZoomSettings.PLATFORM)));
    }

    List<String> hostsOf(UUID connection) {
        return connection.equals(ZoomSettings.PLATFORM) ? settings.hosts : List.of(ONESELF);
    }
}
