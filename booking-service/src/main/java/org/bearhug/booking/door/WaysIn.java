package org.bearhug.booking.door;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Seal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * The address for one place: its own where Zoom has one, as it was last time when nobody can be asked, and otherwise the
 * one that all share. Nobody who has a place stays outside because a private way in is not to be had.
 */
@ApplicationScoped
class WaysIn {

    private static final Logger LOG = Logger.getLogger(WaysIn.class);
    private static final int GONE = 410;

    @Inject
    @RestClient
    CourseService courses;

    @Inject
    Meetings meetings;

    @Inject
    Seal seal;

    /**
     * Asks course-service, outside any transaction, where there may be a private way in.
     *
     * @throws Refusal 410 {@code place-released} when it knows that already
     */
    URI of(UUID session, UUID place, Meetings.Call call) {
        String own = call.privateWays() ? ask(session, place, call) : null;
        return own == null
                ? address(seal.open(call.sealedLink(), "call-link:" + session))
                : address(seal.open(own, "way-in:" + place));
    }

    private String ask(UUID session, UUID place, Meetings.Call call) {
        try {
            String own = courses.openWayIn(session, new CourseService.Wish(place, call.displayName()))
                    .sealedLink();
            if (own != null && !own.equals(call.ownLink())) {
                QuarkusTransaction.requiringNew().run(() -> meetings.remember(place, call, own));
            }
            return own;
        } catch (WebApplicationException refusal) {
            if (refusal.getResponse().getStatus() == GONE) {
                throw new Refusal(410, "place-released", "This place was given back.");
            }
            return lastKnown(call, refusal);
        } catch (RuntimeException away) {
            return lastKnown(call, away);
        }
    }

    private static String lastKnown(Meetings.Call call, RuntimeException why) {
        LOG.warnf("No private way in is to be had, so the last one or the shared one is used: %s", why);
        return call.ownLink();
    }

    private static URI address(String call) {
        try {
            return new URI(call);
        } catch (URISyntaxException unusable) {
            // Without its cause, which would take the address into the log.
            throw new IllegalStateException("what was sealed is no address");
        }
    }
}
