package org.bearhug.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.bearhug.testing.ApiDocument;
import org.bearhug.testing.Endpoint;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends ApiDocument {

    OpenApiTest() {
        super(
                "session-full",
                "already-booked",
                "hold-expired",
                "hold-extended",
                "already-waiting",
                "no-offer",
                "make-up-limit-reached",
                "sales-closed",
                "code-taken",
                "nothing-owed",
                "too-many-passes",
                "too-many-unpaid-passes",
                "too-many-unpaid-bookings",
                "too-many-holds",
                "too-many-waits",
                "pass-in-use",
                "child-too-young",
                "child-too-old",
                "too-late-to-cancel",
                "nothing-to-cancel",
                "capacity-below-taken",
                "too-early-to-join",
                "too-late-to-join",
                "session-cancelled",
                "place-released",
                "session-not-started",
                "payment-failed",
                "more-than-owed",
                "nothing-to-pay-back",
                "nothing-to-pay",
                "no-online-payment",
                "invalid-signature",
                "zoom-unavailable",
                "nobody-booked",
                "too-many-announcements",
                "webhook-url-taken",
                "webhook-endpoint-disabled",
                "too-many-secrets");
    }

    @Test
    void each_answer_with_a_body_is_described_by_a_schema() {
        Map<String, String> schemas = Map.ofEntries(
                Map.entry("GET /v1/availability", "PageSeats"),
                Map.entry("POST /v1/bookings", "BookingView"),
                Map.entry("POST /v1/holds", "HoldView"),
                Map.entry("POST /v1/holds/{id}/extend", "HoldView"),
                Map.entry("POST /v1/bookings/{id}/move", "BookingView"),
                Map.entry("POST /v1/places/{id}/absence", "CreditView"),
                Map.entry("GET /v1/credits", "PageCreditView"),
                Map.entry("POST /v1/waitlist", "WaitlistView"),
                Map.entry("GET /v1/waitlist", "PageWaitlistView"),
                Map.entry("GET /v1/waitlist/{id}", "WaitlistView"),
                Map.entry("POST /v1/waitlist/{id}/accept", "BookingView"),
                Map.entry("POST /v1/waitlist/{id}/decline", "WaitlistView"),
                Map.entry("GET /v1/bookings", "PageBookingView"),
                Map.entry("GET /v1/bookings/{id}", "BookingView"),
                Map.entry("GET /v1/bookings/{id}/cancellation", "Cancellation"),
                Map.entry("POST /v1/bookings/{id}/cancel", "BookingView"),
                Map.entry("GET /v1/blocks/{id}/figures", "FiguresView"),
                Map.entry("GET /v1/blocks/{id}/waitlist", "LineView"),
                Map.entry("GET /v1/sessions/{id}/waitlist", "LineView"),
                Map.entry("POST /v1/me/calendar", "Subscription"),
                Map.entry("GET /v1/price", "PriceView"),
                Map.entry("GET /v1/bookings/{id}/ledger", "LedgerView"),
                Map.entry("POST /v1/vouchers", "VoucherView"),
                Map.entry("POST /v1/pass-offers", "PassOfferView"),
                Map.entry("GET /v1/pass-offers", "PagePassOfferView"),
                Map.entry("GET /v1/pass-offers/{id}/passes", "PagePassView"),
                Map.entry("POST /v1/passes", "PassView"),
                Map.entry("GET /v1/passes", "PagePassView"),
                Map.entry("POST /v1/passes/{id}/paid", "PassView"),
                Map.entry("GET /v1/passes/{id}", "PassView"),
                Map.entry("GET /v1/passes/{id}/return", "PassReturn"),
                Map.entry("GET /v1/passes/{id}/payments", "History"),
                Map.entry("POST /v1/passes/{id}/checkout", "PaymentView"),
                Map.entry("GET /v1/vouchers", "PageVoucherView"),
                Map.entry("GET /v1/vouchers/{id}", "VoucherView"),
                Map.entry("GET /v1/bookings/{id}/payments", "History"),
                Map.entry("POST /v1/bookings/{id}/payments", "Noted"),
                Map.entry("POST /v1/bookings/{id}/refunds", "Noted"),
                Map.entry("POST /v1/bookings/{id}/checkout", "PaymentView"),
                Map.entry("POST /v1/payments/{id}/refresh", "PaymentView"),
                Map.entry("GET /v1/me/payments", "PageTaught"),
                Map.entry("GET /v1/me/payment-rules", "PaymentRules"),
                Map.entry("PUT /v1/me/payment-rules", "PaymentRules"),
                Map.entry("GET /v1/me/display-name", "Chosen"),
                Map.entry("PUT /v1/me/display-name", "Chosen"),
                Map.entry("PUT /v1/places/{id}/attendance", "Attendance"),
                Map.entry("PUT /v1/sessions/{id}/attendance", "PageAttendance"),
                Map.entry("GET /v1/webhook-endpoints", "PageEndpointView"),
                Map.entry("POST /v1/webhook-endpoints", "EndpointView"),
                Map.entry("GET /v1/webhook-endpoints/{id}", "EndpointView"),
                Map.entry("PATCH /v1/webhook-endpoints/{id}", "EndpointView"),
                Map.entry("POST /v1/webhook-endpoints/{id}/secrets", "NewSecret"),
                Map.entry("POST /v1/webhook-endpoints/{id}/test", "DeliveryView"),
                Map.entry("GET /v1/webhook-endpoints/{id}/deliveries", "PageDeliveryView"),
                Map.entry("POST /v1/webhook-endpoints/{id}/deliveries/resend", "Resent"),
                Map.entry("POST /v1/webhook-endpoints/{id}/deliveries/{delivery}/resend", "DeliveryView"),
                Map.entry("GET /v1/sessions/{id}/roster", "RosterView"));
        assertThat(Endpoint.all().stream().filter(endpoint -> schemas.containsKey(endpoint.name())))
                .hasSize(schemas.size())
                .allSatisfy(endpoint -> assertThat(List.of("200", "201", "202").stream()
                                .filter(endpoint.responses()::containsKey)
                                .map(status -> String.valueOf(
                                        endpoint.responses().get(status).get("content"))))
                        .as(endpoint.name())
                        .singleElement()
                        .asString()
                        .contains("application/json", "#/components/schemas/" + schemas.get(endpoint.name()) + "}"));
    }

    @Test
    void the_key_that_booking_needs_is_in_the_document() {
        assertThat(Endpoint.all().stream().filter(endpoint -> endpoint.name().equals("POST /v1/bookings")))
                .singleElement()
                .satisfies(endpoint -> assertThat(
                                String.valueOf(endpoint.operation().get("parameters")))
                        .contains("Idempotency-Key", "required=true"));
    }
}
