package org.bearhug.twin;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Problem documents for whatever is refused, also by the database. */
@RestControllerAdvice
class Refusals extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail refusedByConstraint(DataIntegrityViolationException violation) {
        boolean twice = String.valueOf(violation.getMessage()).contains("one_active_place_per_child_and_session");
        return BookingRefused.conflict(twice ? "already-booked" : "idempotency-key-in-use")
                .getBody();
    }
}
