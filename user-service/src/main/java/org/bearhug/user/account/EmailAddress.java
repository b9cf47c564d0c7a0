package org.bearhug.user.account;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address that mail can be sent to, as browsers understand it (HTML, type=email), with at least one dot. */
@Size(max = 254) @Pattern(regexp = EmailAddress.SHAPE, message = "must be an e-mail address") @Constraint(validatedBy = {})
@Target({FIELD, PARAMETER, RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface EmailAddress {

    /**
     * ASCII only, no quoting, no comments: nothing that could be taken for another header or another address. The
     * length comes first, for matching a very long text label by label would end in a stack overflow.
     */
    String SHAPE =
            "(?=[^@]{1,64}@[^@]{1,253}$)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]"
                    + "(?:[a-z0-9-]{0,61}[a-z0-9])";

    /** Said when it is none. */
    String message() default "must be an e-mail address";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};
}
