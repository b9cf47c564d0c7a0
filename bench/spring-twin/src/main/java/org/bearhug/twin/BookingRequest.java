package org.bearhug.twin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** One session for one or several children. */
record BookingRequest(@NotNull UUID sessionId, @NotNull @Size(min = 1, max = 6) List<@NotNull UUID> childIds) {}
