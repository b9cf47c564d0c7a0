package org.bearhug.twin;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ChildRepository extends JpaRepository<Child, UUID> {}
