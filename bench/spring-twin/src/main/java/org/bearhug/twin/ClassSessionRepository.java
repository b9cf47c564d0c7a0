package org.bearhug.twin;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClassSessionRepository extends JpaRepository<ClassSession, UUID> {}
