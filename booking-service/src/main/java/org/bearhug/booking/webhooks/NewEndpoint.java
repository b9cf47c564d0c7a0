package org.bearhug.booking.webhooks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Where a program listens, and for what; without types for everything. */
record NewEndpoint(
        @NotNull String url,
        @Size(max = 20) List<@NotNull @Pattern(regexp = EventTypes.CHOICE, message = "is no type of events") String> types,
        @Pattern(regexp = EndpointChange.LINE, message = "must be one line of text") @Size(max = 120) String description) {

    NewEndpoint {
        types = types == null ? List.of() : types.stream().distinct().toList();
    }
}
