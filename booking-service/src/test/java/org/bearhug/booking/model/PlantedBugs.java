package org.bearhug.booking.model;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

    static volatile Plant plant;

    /** The last day on which it showed, which is the shortest when the search is over. */
    static volatile List<Step> shortest;

    @Property
    void are_found(@ForAll("days") List<Step> day) {
        try {
            DeskProperties.check(House.PLAIN, day, DeskProperties.instances.subList(0, 1), plant);
        } catch (AssertionError found) {
            shortest = day;
            throw found;
        }
    }

    /** One step after the other, so that it shows each time. */
    @Provide
    static Arbitrary<List<Step>> days() {
        return Combinators.combine(
                        Arbitraries.of(plant == Plant.LETS_OVERTAKE ? IN_LINE : ALONE),
                        Arbitraries.integers().between(0, Desk.FAMILIES - 1),
                        Arbitraries.integers().between(0, plant == Plant.LETS_OVERTAKE ? 1 : 5),
                        Arbitraries.integers().between(0, 7))
                .as((act, family, option, nth) -> new Step(act, family, option, nth, 0, false))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }
}
