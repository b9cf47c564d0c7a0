package org.bearhug.user.family;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bearhug.user.account.OneLine;

/** What is given is changed, what is absent stays. */
record ChildChange(@Size(min = 1, max = 60) @OneLine String name, LocalDate bornOn, LocalDate dueOn) {
    ChildChange {
        name = name == null ? null : name.strip();
    }
}
