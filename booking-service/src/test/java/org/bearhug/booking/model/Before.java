package org.bearhug.booking.model;

import java.util.List;
import java.util.Optional;

/**
 * What there was to see before a step, whatever else was done at the same time.
 *
 * @param news what Stripe had to tell
 * @param page the payment that somebody is about to make
 */
record Before(List<String> news, Optional<PaidThere> page) {

    static final Before NOTHING = new Before(List.of(), Optional.empty());

    /** For each of these steps. */
    static List<Before> each(List<Step> steps, RealDesk desk, PlayedStripe stripe) {
        boolean told =
                steps.stream().anyMatch(step -> step.act() == Act.STRIPE_TELLS || step.act() == Act.LOSE_MESSAGES);
        List<String> news = told ? stripe.news() : List.of();
        return steps.stream().map(step -> new Before(news, page(step, desk))).toList();
    }

    private static Optional<PaidThere> page(Step step, RealDesk desk) {
        return step.act().isPaying()
                ? PaidThere.latest(
                        desk.course().sql(),
                        desk.thing(step.act().about(), step.nth()).id(),
                        "true")
                : Optional.empty();
    }
}
