package org.bearhug.booking;

import java.util.Arrays;
import java.util.List;

/** A line of the table of who gets what: {@code METHOD path | status of each caller}. */
record EndpointRow(String method, String path, List<Integer> expected) {

    // nobody, carer, other carer, instructor, other instructor, admin, client without the scope, client with it
    private static final String TABLE =
            """
            GET  /v1/availability          | 200 200 200 200 200 200 200 200
            GET  /v1/price                 | 401 200 200 403 403 403 403 403
            POST /v1/bookings              | 401 201 404 403 403 403 403 403
            POST /v1/holds                 | 401 201 404 403 403 403 403 403
            POST /v1/holds/{id}/extend     | 401 200 404 403 403 403 403 403
            DELETE /v1/holds/{id}          | 401 204 404 403 403 403 403 403
            GET  /v1/bookings              | 401 200 200 403 403 403 403 403
            GET  /v1/bookings/{id}         | 401 200 404 403 403 403 403 403
            GET  /v1/bookings/{id}/cancellation | 401 200 404 403 403 403 403 403
            GET  /v1/bookings/{id}/ledger  | 401 200 404 200 404 403 403 403
            POST /v1/bookings/{id}/cancel  | 401 200 404 403 403 403 403 403
            POST /v1/bookings/{id}/move    | 401 201 404 403 403 403 403 403
            GET  /v1/bookings/{id}/payments | 401 200 404 200 404 403 403 403
            POST /v1/bookings/{id}/payments | 401 403 403 201 404 403 403 403
            POST /v1/bookings/{id}/refunds | 401 403 403 409 404 403 403 403
            POST /v1/bookings/{id}/checkout | 401 409 404 403 403 403 403 403
            POST /v1/payments/{id}/refresh | 401 200 404 403 403 403 403 403
            POST /v1/payments/stripe/webhooks | 404 404 404 404 404 404 404 404
            GET  /v1/me/payments           | 401 403 403 200 200 403 403 403
            GET  /v1/me/payment-rules      | 401 403 403 200 200 403 403 403
            PUT  /v1/me/payment-rules      | 401 403 403 200 200 403 403 403
            POST /v1/places/{id}/absence   | 401 200 404 403 403 403 403 403
            GET  /v1/credits               | 401 200 200 403 403 403 403 403
            POST /v1/waitlist              | 401 201 404 403 403 403 403 403
            GET  /v1/waitlist              | 401 200 200 403 403 403 403 403
            GET  /v1/waitlist/{id}         | 401 200 404 403 403 403 403 403
            DELETE /v1/waitlist/{id}       | 401 204 404 403 403 403 403 403
            POST /v1/waitlist/{id}/accept  | 401 409 404 403 403 403 403 403
            POST /v1/waitlist/{id}/decline | 401 409 404 403 403 403 403 403
            POST /v1/me/calendar           | 401 201 201 403 403 403 403 403
            DELETE /v1/me/calendar         | 401 204 204 403 403 403 403 403
            GET  /v1/calendar/{token}.ics  | 404 404 404 404 404 404 404 404
            GET  /v1/me/display-name       | 401 200 200 403 403 403 403 403
            PUT  /v1/me/display-name       | 401 200 200 403 403 403 403 403
            DELETE /v1/me/display-name     | 401 204 204 403 403 403 403 403
            GET  /v1/places/{id}/join      | 401 303 404 403 403 403 403 403
            PUT  /v1/places/{id}/attendance | 401 403 403 409 404 403 403 403
            PUT  /v1/sessions/{id}/attendance | 401 403 403 409 404 403 403 403
            GET  /v1/sessions/{id}/roster  | 401 403 403 200 404 403 403 200
            GET  /v1/sessions/{id}/roster.csv | 401 403 403 200 404 403 403 200
            GET  /v1/blocks/{id}/figures   | 401 403 403 200 404 403 403 200
            GET  /v1/blocks/{id}/waitlist  | 401 403 403 200 404 403 403 403
            GET  /v1/sessions/{id}/waitlist | 401 403 403 200 404 403 403 403
            POST /v1/sessions/{id}/announcements | 401 403 403 201 404 403 403 403
            POST /v1/blocks/{id}/announcements | 401 403 403 201 404 403 403 403
            POST /v1/courses/{id}/announcements | 401 403 403 201 404 403 403 403
            GET  /v1/announcements         | 401 403 403 200 200 403 403 403
            PUT  /v1/capacities            | 401 403 403 403 403 403 403 204
            GET  /v1/accounts/{id}/export  | 401 403 403 403 403 403 403 200
            GET  /v1/accounts/{id}/erasure | 401 403 403 403 403 403 403 404
            POST /v1/pass-offers           | 401 403 403 201 201 403 403 403
            GET  /v1/pass-offers           | 200 200 200 200 200 200 200 200
            GET  /v1/pass-offers/{id}/passes | 401 403 403 200 404 403 403 403
            DELETE /v1/pass-offers/{id}    | 401 403 403 204 404 403 403 403
            POST /v1/passes                | 401 201 201 403 403 403 403 403
            GET  /v1/passes                | 401 200 200 403 403 403 403 403
            GET  /v1/passes/{id}           | 401 200 404 403 403 403 403 403
            GET  /v1/passes/{id}/payments  | 401 200 404 200 404 403 403 403
            POST /v1/passes/{id}/checkout  | 401 409 404 403 403 403 403 403
            POST /v1/passes/{id}/paid      | 401 403 403 200 404 403 403 403
            POST /v1/passes/{id}/paid-back | 401 403 403 409 404 403 403 403
            GET  /v1/passes/{id}/return    | 401 200 404 403 403 403 403 403
            POST /v1/passes/{id}/return    | 401 200 404 403 403 403 403 403
            POST /v1/vouchers              | 401 403 403 201 201 403 403 403
            GET  /v1/vouchers              | 401 403 403 200 200 403 403 403
            GET  /v1/vouchers/{id}         | 401 403 403 200 404 403 403 403
            DELETE /v1/vouchers/{id}       | 401 403 403 204 404 403 403 403
            POST /v1/webhook-endpoints     | 401 403 403 201 201 403 403 201
            GET  /v1/webhook-endpoints     | 401 403 403 200 200 403 403 200
            GET  /v1/webhook-endpoints/{id} | 401 403 403 200 404 403 403 200
            PATCH /v1/webhook-endpoints/{id} | 401 403 403 200 404 403 403 200
            DELETE /v1/webhook-endpoints/{id} | 401 403 403 204 404 403 403 404
            POST /v1/webhook-endpoints/{id}/secrets | 401 403 403 201 404 403 403 201
            POST /v1/webhook-endpoints/{id}/test | 401 403 403 202 404 403 403 202
            POST /v1/webhook-endpoints/{id}/deliveries/resend | 401 403 403 202 404 403 403 202
            GET  /v1/webhook-endpoints/{id}/deliveries | 401 403 403 200 404 403 403 200
            POST /v1/webhook-endpoints/{id}/deliveries/{delivery}/resend | 401 403 403 202 404 403 403 202
            GET  /events                   | 401 403 403 403 403 403 403 403
            """;

    static List<EndpointRow> all() {
        return TABLE.lines().map(EndpointRow::of).toList();
    }

    private static EndpointRow of(String line) {
        String[] cells = line.split("\\|");
        String[] endpoint = cells[0].strip().split(" +");
        return new EndpointRow(
                endpoint[0],
                endpoint[1],
                Arrays.stream(cells[1].strip().split(" ")).map(Integer::valueOf).toList());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
