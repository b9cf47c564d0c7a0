package org.bearhug.booking.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For course-service, before it lowers a capacity. */
@Path("/v1/capacities")
@Tag(name = "capacities")
class CapacitiesResource {

    @Inject
    Capacities capacities;

    record Wanted(@NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Capacity> items) {}

    record Capacity(@NotNull UUID sessionId, @Min(0) @Max(500) int capacity) {}

    @PUT
    @RolesAllowed("seats:write")
    @Operation(
            operationId = "agreeOnCapacities",
            summary = "Agree to lower capacities, for one minute in which they are to be committed",
            description = "All or none. Sessions that are not known here have nobody in them and are agreed to.")
    @APIResponse(responseCode = "204", description = "Agreed")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "capacity-below-taken")
    public void agree(@NotNull @Valid Wanted wanted) {
        capacities.agree(
                wanted.items().stream().collect(Collectors.toMap(Capacity::sessionId, Capacity::capacity, Math::min)));
    }
}
