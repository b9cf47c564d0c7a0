package org.bearhug.twin;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Answered as a problem document. */
class BookingRefused extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    BookingRefused(HttpStatus status, String code) {
        super(status);
        setType(URI.create("about:blank"));
        getBody().setProperty("code", code);
    }

    static BookingRefused notFound() {
        return new BookingRefused(HttpStatus.NOT_FOUND, "not-found");
    }

    static BookingRefused conflict(String code) {
        return new BookingRefused(HttpStatus.CONFLICT, code);
    }
}
