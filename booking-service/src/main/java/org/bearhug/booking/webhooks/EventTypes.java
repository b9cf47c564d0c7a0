package org.bearhug.booking.webhooks;

/** What can be told; {@code webhooks/facts.sql} and {@link SessionNews} say of what facts. */
final class EventTypes {

    /** All that an endpoint can choose. */
    static final String CHOICE =
            """
            booking\\.(confirmed|cancelled|expired)|place\\.(confirmed|released)|seats\\.changed\
            |session\\.(changed|cancelled)|waitlist\\.changed|attendance\\.recorded""";

    static final String SESSION_CHANGED = "session.changed";
    static final String SESSION_CANCELLED = "session.cancelled";

    /** Sent on request alone, whatever an endpoint has chosen. */
    static final String TEST = "webhook.test";

    private EventTypes() {}
}
