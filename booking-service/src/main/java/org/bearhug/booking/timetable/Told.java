package org.bearhug.booking.timetable;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What course-service told, from wherever it is read. */
interface Told {

    Optional<ClassSession> session(UUID id);

    Optional<ClassBlock> block(UUID id);

    /** Those of these sessions that are known. */
    List<ClassSession> sessions(Collection<UUID> ids);
}
