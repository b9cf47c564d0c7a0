package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** A desk with a bug: run by {@link DeskModelTest}, which expects it to be found. */
class PlantedBugs {

    private static final List<Act> OF_HOLDS =
            List.of(Act.HOLD, Act.EXTEND, Act.LET_GO, Act.BOOK_HELD, Act.BOOK, Act.JOIN, Act.LATER);

    private static final List<Act> OF_BOOKINGS = List.of(Act.BOOK, Act.CANCEL, Act.ABSENT, Act.JOIN, Act.LATER);

    private static final List<Act> OF_PASSES = List.of(Act.BUY_PASS, Act.RETURN_PASS, Act.BOOK_WITH_PASS, Act.CANCEL);

    private static final List<Act> OF_PROMISES = List.of(Act.BOOK, Act.PROMISE, Act.LOOK_AT_BOOKING, Act.CANCEL);

    private static final List<Act> AT_STRIPE = List.of(Act.BOOK, Act.PAY, Act.COME_BACK, Act.CANCEL);

    private static final List<Act> OF_PAID_PASSES =
            List.of(Act.BUY_PASS, Act.PAY_PASS, Act.COME_BACK_TO_PASS, Act.RETURN_PASS);

    private static final List<Act> OF_UNPAID_PASSES = List.of(Act.BUY_PASS, Act.COME_BACK_TO_PASS, Act.LATER);

    private static final List<Act> CALLED_OFF = List.of(Act.BOOK, Act.HOLD, Act.CALL_OFF);

    private static final List<Act> OFFERED = List.of(Act.JOIN, Act.ACCEPT, Act.LATER);

    /** It takes some families to see who is overtaken. */
    private static final List<Act> IN_LINE = List.of(Act.JOIN, Act.LOOK_AT_ENTRY, Act.LEAVE);

    static volatile Plant plant;

    /** Whatever is left of the day on which it showed, when every step without which it shows too is left out. */
    static volatile List<Step> shortest;

    // What matters is which steps are left: they are left out one by one, which takes seconds where a full search takes
    // a minute.
    @Property(shrinking = ShrinkingMode.OFF)
    void are_found(@ForAll("days") List<Step> day) {
        if (shows(day)) {
            shortest = shortest(day);
            throw new AssertionError(plant + " shows by " + shortest);
        }
    }

    /** One is left out, or two when neither can be without the other; or it is done with the first thing there is. */
    private static List<Step> shortest(List<Step> day) {
        for (int apart = 0; apart < day.size(); apart++) {
            for (int nth = day.size() - 1; nth >= apart; nth--) {
                List<Step> without = new ArrayList<>(day);
                without.remove(nth);
                if (apart > 0) {
                    without.remove(nth - apart);
                }
                if (shows(without)) {
                    return shortest(without);
                }
            }
        }
        for (int nth = 0; nth < day.size(); nth++) {
            for (List<Step> plainer : List.of(withFirst(day, nth), withOneLess(day, nth))) {
                if (!plainer.equals(day) && shows(plainer)) {
                    return shortest(plainer);
                }
            }
        }
        return day;
    }

    private static List<Step> withFirst(List<Step> day, int nth) {
        List<Step> plainer = new ArrayList<>(day);
        plainer.set(nth, day.get(nth).about(0));
        return plainer;
    }

    /** Without this step, and what follows is about the thing before. */
    private static List<Step> withOneLess(List<Step> day, int nth) {
        List<Step> plainer = new ArrayList<>(day.subList(0, nth));
        day.subList(nth + 1, day.size()).forEach(step -> plainer.add(step.about(Math.max(0, step.nth() - 1))));
        return plainer;
    }

    private static boolean shows(List<Step> day) {
        try {
            House house = Set.of(AT_STRIPE, OF_PAID_PASSES, OF_UNPAID_PASSES).contains(repertoire())
                    ? House.ONLINE
                    : House.PLAIN;
            DeskProperties.check(house, day, DeskProperties.instances.subList(0, 1), plant);
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }

    /** One step after the other, so that it shows each time. */
    @Provide
    static Arbitrary<List<Step>> days() {
        return Combinators.combine(
                        Arbitraries.of(repertoire()),
                        Arbitraries.integers().between(0, Desk.FAMILIES - 1),
                        Arbitraries.integers().between(0, plant == Plant.LETS_OVERTAKE ? 1 : 5),
                        things())
                .as((act, family, option, nth) -> new Step(act, family, option, nth, 0, false))
                .list()
                .ofMinSize(repertoire() == IN_LINE ? 9 : 6)
                .ofMaxSize(repertoire() == IN_LINE ? 12 : 8);
    }

    /** Which of the things made so far; of the passes the first one that somebody bought. */
    private static Arbitrary<Integer> things() {
        return repertoire() == OF_PAID_PASSES
                ? Arbitraries.just(Desk.FAMILIES)
                : Arbitraries.integers().between(0, repertoire() == CALLED_OFF ? 9 : 7);
    }

    private static List<Act> repertoire() {
        return switch (plant) {
            case NOTHING, FORGETS_AN_EXTENDED_HOLD, TAKES_TWICE -> OF_HOLDS;
            case GIVES_NOTHING_BACK, REFUNDS_TOO_MUCH -> OF_BOOKINGS;
            case GIVES_NO_UNIT_BACK, CHARGES_WHAT_WENT_BACK -> OF_PASSES;
            case CHANGES_THE_PAST -> OF_PROMISES;
            case TAKES_MONEY_TWICE, FORGETS_TO_GIVE_BACK -> AT_STRIPE;
            case KEEPS_THE_MONEY_FOR_A_PASS -> OF_PAID_PASSES;
            case CHARGES_FOR_WHAT_LAPSED -> OF_UNPAID_PASSES;
            case KEEPS_WHAT_IS_CALLED_OFF -> CALLED_OFF;
            case KEEPS_AN_OFFER -> OFFERED;
            case LETS_OVERTAKE -> IN_LINE;
        };
    }
}
