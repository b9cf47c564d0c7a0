package org.bearhug.course.schedule;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;

/** The name of a region in the IANA time zone database, such as {@code Europe/London}; no bare offsets. */
@Constraint(validatedBy = IanaTimeZone.Known.class)
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface IanaTimeZone {

    /** Said when it is none. */
    String message() default "must be an IANA time zone, such as Europe/London";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};

    /** Looks it up. */
    final class Known implements ConstraintValidator<IanaTimeZone, String> {
        private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

        @Override
        public boolean isValid(String zone, ConstraintValidatorContext context) {
            return zone == null || ZONES.contains(zone);
        }
    }
}
