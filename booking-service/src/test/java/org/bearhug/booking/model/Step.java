package org.bearhug.booking.model;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that somebody does at a desk.
 *
 * @param family whose doing it is
 * @param option what it is about
 * @param nth which of the things made so far, or a number of another kind
 * @param where at which of the two instances
 * @param beside whether at the same time as the step before
 */
record Step(Act act, int family, int option, int nth, int where, boolean beside) {

    /** The same, about what is there now, whatever else is made before it is done; nothing when there is nothing to do. */
    Optional<Step> resolved(RealDesk desk) {
        if (act.isOfStripe() && !desk.course().house().online()) {
            return Optional.empty();
        }
        if (act == Act.CALL_OFF && nth < 7) {
            return Optional.empty(); // else there is soon nothing left to book
        }
        if (act.about() == null) {
            return Optional.of(this);
        }
        int first =
                act.isOfStripe() && act.about() == Desk.Made.PASS ? Desk.FAMILIES : 0; // the first ones cost nothing
        int there = desk.made(act.about()) - first;
        if (there <= 0) {
            return Optional.empty();
        }
        int which = first + nth % there;
        int what = act.picksPass() ? desk.passFor(desk.thing(act.about(), which).family(), option) : option;
        return Optional.of(new Step(act, family, what, which, where, beside));
    }

    /** Does it, when it is {@link #resolved}; returns the answer. */
    String at(Desk desk) {
        return act.at(desk, this);
    }

    /** The same at the other instance. */
    Step elsewhere() {
        return new Step(act, family, option, nth, 1 - where, beside);
    }

    /** The same about another one of the things made so far. */
    Step about(int other) {
        return new Step(act, family, option, other, where, beside);
    }

    int seats() {
        return 1 + nth % 3;
    }

    Duration jump() {
        return Act.jumps().get(nth < 8 ? option : 6);
    }

    int session() {
        return option % Desk.SESSIONS;
    }

    /** What the carer names, now and then. */
    Long amount() {
        return nth < 8 ? null : Long.valueOf(1900L * (nth - 7));
    }

    @Override
    public String toString() {
        return "%s family=%d option=%d nth=%d at %d%s"
                .formatted(act, family, option, nth, where, beside ? " beside" : "");
    }
}
