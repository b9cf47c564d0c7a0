package org.bearhug.booking.webhooks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** What is given is changed, what is absent stays; null takes the description away. No types mean all. */
record EndpointChange(
        String url,
        @Size(max = 20) List<@NotNull @Pattern(regexp = EventTypes.CHOICE, message = "is no type of events") String> types,
        Optional<@Pattern(regexp = LINE, message = "must be one line of text") @Size(max = 120) String> description,
        Boolean enabled) {

    static final String LINE = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*";

    EndpointChange {
        types = types == null ? null : types.stream().distinct().toList();
    }
}
