package org.bearhug.course.capacity;

import java.util.UUID;

/** How many seats a session is to have from now on. */
public record IntendedCapacity(UUID sessionId, int capacity) {}
