package org.bearhug.fakestripe;

import java.util.Map;
import java.util.regex.Pattern;

/** What is to be paid, as it was asked for and found right. */
record CheckoutForm(Map<String, String> fields, long total, String currency, long expiresAt) {

    private static final long SHORTEST = 30 * 60;
    private static final long DAY = 24 * 60 * 60;
    private static final long SMALLEST_SUM = 30;

    private static final Pattern KNOWN = Pattern.compile(
            "(mode|success_url|cancel_url|client_reference_id|customer_email|expires_at|locale|submit_type)"
                    + "|(metadata|payment_intent_data\\[metadata])\\[[a-z_]+]|payment_intent_data\\[description]"
                    + "|payment_method_types\\[\\d+]|line_items\\[\\d+]\\[quantity]"
                    + "|line_items\\[\\d+]\\[price_data]\\[(currency|unit_amount|product_data]\\[(name|description))]");

    static CheckoutForm read(Map<String, String> fields, long now) {
        fields.keySet().stream()
                .filter(field -> !KNOWN.matcher(field).matches())
                .findFirst()
                .ifPresent(field -> refuse("parameter_unknown", field, "Received unknown parameter: " + field));
        require("payment".equals(fields.get("mode")), "mode", "This Stripe knows mode=payment alone.");
        require(fields.getOrDefault("success_url", "").startsWith("http"), "success_url", "Not a valid URL");
        String currency = fields.getOrDefault("line_items[0][price_data][currency]", "");
        require(currency.matches("[a-z]{3}"), "line_items[0][price_data][currency]", "Invalid currency");
        return new CheckoutForm(fields, total(fields), currency, expiresAt(fields, now));
    }

    private static long total(Map<String, String> fields) {
        long total = 0;
        int items = 0;
        for (; fields.containsKey("line_items[" + items + "][quantity]"); items++) {
            String item = "line_items[" + items + "]";
            require(fields.containsKey(item + "[price_data][product_data][name]"), item, "A product has a name.");
            total += number(fields, item + "[price_data][unit_amount]") * number(fields, item + "[quantity]");
        }
        require(items > 0, "line_items", "There is nothing to pay for.");
        if (total < SMALLEST_SUM) {
            refuse("amount_too_small", "line_items", "The Checkout Session's total amount must be at least 30.");
        }
        return total;
    }

    private static long expiresAt(Map<String, String> fields, long now) {
        long at = fields.containsKey("expires_at") ? number(fields, "expires_at") : now + DAY;
        require(
                at >= now + SHORTEST && at <= now + DAY,
                "expires_at",
                "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.");
        return at;
    }

    private static long number(Map<String, String> fields, String field) {
        String value = fields.getOrDefault(field, "");
        require(value.matches("\\d{1,12}"), field, "Invalid integer: " + value);
        return Long.parseLong(value);
    }

    private static void require(boolean right, String field, String message) {
        if (!right) {
            refuse(null, field, message);
        }
    }

    private static void refuse(String code, String field, String message) {
        throw new Reply.Refused(Reply.invalid(code, field, message));
    }

    String get(String field) {
        return fields.get(field);
    }
}
