package org.bearhug.booking.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A whole list, ticked off in one call. */
@Path("/v1/sessions/{id}/attendance")
@Tag(name = "attendance")
class SessionAttendanceResource {

    @Inject
    TickList list;

    @Inject
    Caller caller;

    record Ticks(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Tick> marks) {

        /** In the order in which they were sent. */
        Map<UUID, Attended> byPlace() {
            Map<UUID, Attended> byPlace = new LinkedHashMap<>();
            for (int nth = 0; nth < marks.size(); nth++) {
                Tick tick = marks.get(nth);
                if (byPlace.put(tick.placeId(), tick.mark()) != null) {
                    throw Refusal.invalid("/marks/" + nth + "/placeId", "This place is in the list twice.");
                }
            }
            return byPlace;
        }
    }

    record Tick(@NotNull UUID placeId, @NotNull Attended mark) {}

    @PUT
    @RolesAllowed("instructor")
    @Operation(
            operationId = "markSession",
            summary = "Say who came to one's session, for as many places as one likes",
            description = "All or none. Places that are not in the list stay as they are.")
    @APIResponse(responseCode = "200", description = "What is known of these places now, in the order sent")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found, also for another instructor's session")
    @APIResponse(responseCode = "409", description = "session-not-started with startsAt, session-cancelled")
    @APIResponse(responseCode = "410", description = "place-released with placeId")
    public Page<Attendance> mark(@PathParam("id") UUID id, @NotNull @Valid Ticks ticks) {
        return new Page<>(list.markAll(caller.accountId(), id, ticks.byPlace()), null);
    }
}
