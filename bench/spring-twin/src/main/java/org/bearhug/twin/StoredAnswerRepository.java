package org.bearhug.twin;

import org.springframework.data.jpa.repository.JpaRepository;

interface StoredAnswerRepository extends JpaRepository<StoredAnswer, StoredAnswer.Id> {}
