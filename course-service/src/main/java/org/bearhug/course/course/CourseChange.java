package org.bearhug.course.course;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What is given is changed, what is absent stays; null takes away what need not be there. */
record CourseChange(
        @Line @Size(max = 120) String title,
        @Pattern(regexp = NewCourse.TOPIC, message = "must be words in kebab-case, such as baby-massage") @Size(max = 40) String topic,
        @Line @Size(max = 300) String summary,
        Optional<@Prose @Size(max = 10_000) String> description,
        Optional<@Prose @Size(max = 2_000) String> whatToBring,
        Optional<@Prose @Size(max = 2_000) String> whenNotToJoin,
        @Pattern(regexp = NewCourse.LANGUAGE, message = "must be a language tag, such as en-GB") String language) {

    CourseChange {
        title = title == null ? null : title.strip();
        summary = summary == null ? null : summary.strip();
    }

    @SuppressWarnings("OptionalAssignedToNull") // null is what an absent field is
    static String given(Optional<String> change, String present) {
        return change == null ? present : change.orElse(null);
    }
}
