package org.bearhug.course.entry;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an integration calls something of its own; only characters that stand in a path as they are. */
@Pattern(
        regexp = "^[A-Za-z0-9][A-Za-z0-9._~:-]{0,99}$",
        message = "must be 1 to 100 of A-Z a-z 0-9 . _ ~ : - and begin with a letter or digit")
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@interface ExternalId {

    String message() default "must be 1 to 100 of A-Z a-z 0-9 . _ ~ : - and begin with a letter or digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
