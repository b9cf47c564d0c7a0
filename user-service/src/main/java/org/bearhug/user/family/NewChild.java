package org.bearhug.user.family;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bearhug.user.account.OneLine;

/** A child to be added. */
record NewChild(@NotNull @Size(min = 1, max = 60) @OneLine String name, @NotNull LocalDate bornOn, LocalDate dueOn) {
    NewChild {
        name = name == null ? null : name.strip();
    }
}
