package org.bearhug.twin;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface SeatsRepository extends JpaRepository<Seats, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Seats> findBySessionId(UUID sessionId);
}
