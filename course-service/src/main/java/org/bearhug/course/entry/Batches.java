package org.bearhug.course.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bearhug.course.zoom.ZoomForecast;
import org.bearhug.kit.Refusal;

/** The rules of batches, which are those of single entries. */
@ApplicationScoped
class Batches {

    @Inject
    Entries entries;

    @Inject
    ItemProblems problems;

    @Inject
    ZoomForecast forecast;

    @Inject
    ObjectMapper json;

    @Inject
    Validator validator;

    @Inject
    Clock clock;

    BatchView write(UUID instructorId, List<EntryItem> items) {
        return new EntryBatch(clock)
                .each(items, false, item -> entries.put(instructorId, item.externalId(), null, read(item)), problems);
    }

    /** Nothing is written; each item is told what the whole batch would bring it. */
    BatchView foresee(UUID instructorId, List<EntryItem> items) {
        CoursesToCome courses = new CoursesToCome();
        EntryBatch.Work foresight = item -> {
            EntryWish wish = courses.complete(read(item));
            WrittenEntry written = forecast.part(() -> entries.foresee(instructorId, item.externalId(), wish));
            courses.remember(wish);
            return written;
        };
        return forecast.over(() -> new EntryBatch(clock).each(items, true, foresight, problems));
    }

    private EntryWish read(EntryItem item) throws JsonProcessingException {
        require(validator.validate(item));
        EntryWish wish = json.treeToValue(item.entry(), EntryWish.class);
        require(validator.validate(wish));
        return wish;
    }

    private static <T> void require(Set<ConstraintViolation<T>> violations) {
        if (!violations.isEmpty()) {
            throw Refusal.invalid("This is not a class entry.")
                    .with("errors", violations.stream().map(Batches::error).toList());
        }
    }

    private static Refusal.FieldError error(ConstraintViolation<?> violation) {
        String pointer = "#/" + violation.getPropertyPath().toString().replace('.', '/');
        return new Refusal.FieldError(pointer, violation.getMessage());
    }
}
