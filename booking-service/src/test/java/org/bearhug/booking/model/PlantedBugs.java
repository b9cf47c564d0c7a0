package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** A desk with a bug: run by {@link DeskModelTest}, which expects it to be found. */
class PlantedBugs {

    private static final List<Act> ALONE = List.of(
            Act.HOLD,
            Act.EXTEND,
            Act.LET_GO,
            Act.BOOK_HELD,
            Act.BOOK,
            Act.CANCEL,
            Act.ABSENT,
            Act.JOIN,
            Act.LEAVE,
            Act.LATER);

    /** It takes some families to see who is overtaken. */
    private static final List<Act> IN_LINE = List.of(Act.JOIN, Act.LOOK_AT_ENTRY, Act.LEAVE);

    private static final List<Act> OF_PASSES =
            List.of(Act.BUY_PASS, Act.RETURN_PASS, Act.BOOK_WITH_PASS, Act.CANCEL, Act.LATER);

    private static final List<Act> OF_PROMISES = List.of(Act.BOOK, Act.PROMISE, Act.LOOK_AT_BOOKING, Act.CANCEL);

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

    /** One is left out, or two when neither can be without the other. */
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
        return day;
    }

    private static boolean shows(List<Step> day) {
        try {
            DeskProperties.check(House.PLAIN, day, DeskProperties.instances.subList(0, 1), plant);
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
                        Arbitraries.integers().between(0, 7))
                .as((act, family, option, nth) -> new Step(act, family, option, nth, 0, false))
                .list()
                .ofMinSize(1)
                .ofMaxSize(repertoire().size() < 7 && plant != Plant.LETS_OVERTAKE ? 8 : 15);
    }

    private static List<Act> repertoire() {
        return switch (plant) {
            case LETS_OVERTAKE -> IN_LINE;
            case GIVES_NO_UNIT_BACK, CHARGES_WHAT_WENT_BACK -> OF_PASSES;
            case CHANGES_THE_PAST -> OF_PROMISES;
            default -> ALONE;
        };
    }
}
