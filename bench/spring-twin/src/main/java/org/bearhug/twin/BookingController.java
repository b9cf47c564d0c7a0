package org.bearhug.twin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/bookings")
class BookingController {

    private final BookingService bookings;

    BookingController(BookingService bookings) {
        this.bookings = bookings;
    }

    @PostMapping
    ResponseEntity<String> book(
            @AuthenticationPrincipal Jwt token,
            @RequestHeader("Idempotency-Key") @NotBlank @Size(max = 255) String key,
            @RequestBody @Valid BookingRequest request) {
        StoredAnswer answer = bookings.book(token.getSubject(), key, request);
        return ResponseEntity.status(answer.status)
                .header("Location", answer.location)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body);
    }
}
