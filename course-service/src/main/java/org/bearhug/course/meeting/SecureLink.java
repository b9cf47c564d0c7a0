package org.bearhug.course.meeting;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

/** An https address with a host and nothing that could mislead about it. */
@Constraint(validatedBy = SecureLink.Check.class)
@Target({FIELD, PARAMETER, RECORD_COMPONENT, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SecureLink {

    /** Said when it is none; the address itself is not repeated. */
    String message() default "must be an https address";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at the address. */
    final class Check implements ConstraintValidator<SecureLink, CallLink> {
        @Override
        public boolean isValid(CallLink link, ConstraintValidatorContext context) {
            return link == null || link.url() != null && link.url().length() <= CallLink.LONGEST && isSecure(link);
        }

        private static boolean isSecure(CallLink link) {
            try {
                URI uri = new URI(link.url());
                return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            } catch (URISyntaxException notAnAddress) {
                return false;
            }
        }
    }
}
