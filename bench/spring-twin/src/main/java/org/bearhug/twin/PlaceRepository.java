package org.bearhug.twin;

import java.util.Collection;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlaceRepository extends JpaRepository<Place, UUID> {

    boolean existsBySessionIdAndChildIdInAndState(UUID sessionId, Collection<UUID> childIds, String state);
}
