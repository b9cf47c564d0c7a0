package org.bearhug.user.family;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.bearhug.user.account.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is given is changed, what is absent stays; a due date that is null is taken away. */
record ChildChange(
        @Size(min = 1, max = 60) @OneLine String name,
        LocalDate bornOn,
        @Schema(implementation = LocalDate.class, nullable = true) Optional<LocalDate> dueOn) {
    ChildChange {
        name = name == null ? null : name.strip();
    }

    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    LocalDate dueOn(LocalDate present) {
        return dueOn == null ? present : dueOn.orElse(null);
    }
}
