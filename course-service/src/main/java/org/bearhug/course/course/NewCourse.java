package org.bearhug.course.course;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A course to be written. */
public record NewCourse(
        @NotNull @Line @Size(max = 120) String title,
        @NotNull @Pattern(regexp = TOPIC, message = "must be words in kebab-case, such as baby-massage") @Size(max = 40) String topic,
        @NotNull @Line @Size(max = 300) String summary,
        @Prose @Size(max = 10_000) String description,
        @Prose @Size(max = 2_000) String whatToBring,
        @Prose @Size(max = 2_000) String whenNotToJoin,
        @Pattern(regexp = LANGUAGE, message = "must be a language tag, such as en-GB") String language) {

    /** Words in kebab-case. */
    static final String TOPIC = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** As BCP 47 writes it. */
    static final String LANGUAGE = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$";

    /** Spaces around a line are no part of it; the language is British English unless said. */
    public NewCourse {
        title = title == null ? null : title.strip();
        summary = summary == null ? null : summary.strip();
        language = language == null ? "en-GB" : language;
    }
}
