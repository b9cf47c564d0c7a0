package org.bearhug.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The facts of this service as a feed for the other services, in the form of the public HTTP Feeds convention. */
@Path("/events")
@Tag(name = "events")
class FeedResource {

    /** How often other processes' facts are looked for; those of this process wake the reader. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Readers that may wait at once; more are answered at once, so that they cannot take all the threads. */
    private static final Semaphore WAITING = new Semaphore(16);

    private static final Semaphore STOPPING = new Semaphore(0);

    static {
        // Quarkus waits for running requests before it tells beans to stop; a waiting reader must not hold it up.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STOPPING.release(1), "release feed readers"));
    }

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    Caller caller;

    /** Facts after {@code lastEventId}, oldest first; waits up to {@code timeout} ms when there is none. */
    @GET
    @RolesAllowed("events:read")
    @Produces(CloudEvent.BATCH)
    @Operation(operationId = "readEvents", summary = "Facts of this service, oldest first, for other services")
    @APIResponse(responseCode = "200", description = "A batch of CloudEvents, empty when nothing new came in time")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public String read(
            @QueryParam("lastEventId") String lastEventId,
            @QueryParam("timeout") @DefaultValue("0") @Min(0) @Max(30_000) long timeout,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit)
            throws SQLException, JsonProcessingException, InterruptedException {
        if (!caller.isService()) {
            // An instructor's program with this scope reads what is its instructor's, and the facts here are
            // everybody's.
            throw new Refusal(403, "forbidden", "This is for the platform's own services.");
        }
        long[] last = position(lastEventId);
        List<CloudEvent> events = outbox.after(last[0], last[1], limit);
        if (events.isEmpty() && timeout > 0 && WAITING.tryAcquire()) {
            try {
                long end = System.nanoTime() + Duration.ofMillis(timeout).toNanos();
                while (events.isEmpty() && System.nanoTime() < end && STOPPING.availablePermits() == 0) {
                    outbox.awaitNews(BETWEEN_LOOKS);
                    events = outbox.after(last[0], last[1], limit);
                }
            } finally {
                WAITING.release();
            }
        }
        return json.writeValueAsString(events);
    }

    private static long[] position(String eventId) {
        if (eventId == null || eventId.isEmpty()) {
            return new long[] {0, 0};
        }
        try {
            int dash = eventId.indexOf('-');
            return new long[] {
                Long.parseUnsignedLong(eventId, 0, dash, 10), Long.parseLong(eventId, dash + 1, eventId.length(), 10)
            };
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw Refusal.invalid("lastEventId is not the id of an event of this feed.");
        }
    }
}
