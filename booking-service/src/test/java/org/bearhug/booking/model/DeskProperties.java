package org.bearhug.booking.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.bearhug.testing.Sql;

/** Whatever families do, in whatever order and at whichever instance: run by {@link DeskModelTest}, which brings both. */
class DeskProperties {

    static volatile List<Instance> instances;

    static volatile PlayedStripe stripe;

    /** Some things that belong together are done on the same days, now and then. */
    private static final List<Set<Act>> THEMES = List.of(
            Set.of(),
            EnumSet.of(Act.BOOK, Act.PAY, Act.COME_BACK, Act.STRIPE_TELLS, Act.SWEEP, Act.LATER),
            EnumSet.of(Act.HOLD, Act.BOOK_HELD, Act.JOIN, Act.ACCEPT, Act.PAY, Act.STRIPE_TELLS, Act.LATER),
            EnumSet.of(Act.BOOK, Act.PAY, Act.SWEEP, Act.CANCEL, Act.MOVE, Act.CHECK_OUT),
            EnumSet.of(Act.BUY_PASS, Act.PAY_PASS, Act.COME_BACK_TO_PASS, Act.STRIPE_TELLS, Act.RETURN_PASS, Act.SWEEP),
            EnumSet.of(Act.BUY_PASS, Act.PAY_PASS, Act.SWEEP, Act.BOOK_WITH_PASS, Act.CHECK_OUT_PASS, Act.LATER),
            EnumSet.of(Act.BUY_PASS, Act.PAY_PASS, Act.STRIPE_TELLS, Act.DISPUTE_PASS, Act.END_DISPUTE_OF_PASS),
            EnumSet.of(Act.BUY_PASS, Act.PASS_PAID, Act.RETURN_PASS, Act.BOOK_WITH_PASS, Act.CANCEL),
            EnumSet.of(Act.BOOK, Act.PAID, Act.DUES, Act.LATER, Act.CANCEL, Act.CALL_OFF));

    @Property
    void the_desk_does_what_the_model_does(@ForAll("houses") House house, @ForAll("days") List<Step> day) {
        check(house, day, instances, Plant.NOTHING);
    }

    static void check(House house, List<Step> day, List<Instance> at, Plant plant) {
        Sql sql = new Sql(Arc.container().instance(DataSource.class).get());
        RealCourse course = new RealCourse(house, sql);
        try {
            RealDesk real = new RealDesk(course, at, stripe);
            Pasts pasts = new Pasts(new World(house));
            for (Moment planned : Moment.of(house.online() ? settled(day) : day)) {
                Moment moment = new Moment(planned.steps().stream()
                        .map(step -> step.resolved(real))
                        .flatMap(Optional::stream)
                        .toList());
                if (!moment.steps().isEmpty()) {
                    List<String> answers =
                            real.at(moment, (desk, said) -> plant.after(moment.steps(), said, desk, sql));
                    pasts.follow(moment, answers, real.state());
                    assertThat(real.broken()).as("after %s", moment).isEmpty();
                }
            }
            if (house.online()) {
                assertThat(real.takings().get(0))
                        .as("what Stripe has")
                        .isEqualTo(real.takings().get(1));
            }
        } finally {
            course.close();
        }
    }

    /** Followed by a look at whatever nobody told of. */
    private static List<Step> settled(List<Step> day) {
        return Stream.concat(day.stream(), Stream.of(Act.LATER, Act.SWEEP).map(act -> new Step(act, 0, 0, 0, 0, false)))
                .toList();
    }

    @Provide
    static Arbitrary<House> houses() {
        Arbitrary<House.Pricing> pricing = Arbitraries.of(House.Pricing.class);
        Arbitrary<Boolean> whether = Arbitraries.of(false, true);
        return Combinators.combine(pricing, pricing, pricing, whether, whether, whether)
                .as(House::new);
    }

    /** On each day only some of all acts are done, so that these meet more often. */
    @Provide
    static Arbitrary<List<Step>> days() {
        Arbitrary<List<Act>> repertoires = Combinators.combine(
                        Arbitraries.of(Act.class)
                                .list()
                                .uniqueElements()
                                .ofMinSize(2)
                                .ofMaxSize(8),
                        Arbitraries.of(THEMES))
                .as((acts, theme) ->
                        Stream.concat(acts.stream(), theme.stream()).distinct().toList());
        Arbitrary<Function<List<Act>, Step>> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, Desk.FAMILIES - 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(0, 1),
                        Arbitraries.of(false, true))
                .as((act, family, option, nth, where, beside) ->
                        acts -> new Step(acts.get(act % acts.size()), family, option, nth, where, beside));
        return Combinators.combine(
                        repertoires,
                        steps.list().ofMinSize(1).ofMaxSize(25).withSizeDistribution(RandomDistribution.uniform()))
                .as((acts, day) -> day.stream().map(step -> step.apply(acts)).toList());
    }
}
