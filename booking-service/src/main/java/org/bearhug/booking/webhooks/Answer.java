package org.bearhug.booking.webhooks;

import java.time.Duration;

/**
 * What came of one try.
 *
 * @param status of the answer, null when there was none
 * @param beginning of the answer, with nothing in it that a database or a page would stumble over
 * @param problem why there was no answer
 * @param retryAfter when to come again, if the answer said so
 */
record Answer(Integer status, String beginning, WebhookDelivery.Problem problem, Duration retryAfter) {

    static Answer none(WebhookDelivery.Problem problem) {
        return new Answer(null, null, problem, null);
    }

    boolean isSuccess() {
        return status != null && status / 100 == 2;
    }

    /** Never send there again. */
    boolean isGone() {
        return status != null && status == 410;
    }

    /** Send less: too many requests, or what stands in front of it cannot reach it. */
    boolean asksForPause() {
        return retryAfter != null
                || status != null && (status == 429 || status == 502 || status == 503 || status == 504);
    }
}
