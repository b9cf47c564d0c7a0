package org.bearhug.user.family;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A child as its carers see it. */
public record ChildView(UUID id, String name, LocalDate bornOn, LocalDate dueOn, Instant createdAt) {

    static ChildView of(Child child) {
        return new ChildView(child.id, child.name, child.bornOn, child.dueOn, child.createdAt);
    }
}
