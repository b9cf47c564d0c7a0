package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.bearhug.testing.Sql;

/**
 * Two steps at once, each in transactions of its own, as two instances do them on one database, must end as if one had been
 * done after the other, in one order or the other: run by {@link DeskModelTest}.
 */
class AtOnceProperties extends DeskProperties {

    /** What happened so far, to be done again with a new model; returns the answers of its last part. */
    private interface Past extends Function<ModelDesk, List<String>> {}

    // Not bounded: that would search on in a thread of its own, beside the next tests.
    @Property(shrinking = ShrinkingMode.FULL)
    void two_at_once_end_as_if_one_came_after_the_other(@ForAll("days") List<Step> day) {
        RealDesk real =
                new RealDesk(new Sql(Arc.container().instance(DataSource.class).get()));
        List<Past> past = new ArrayList<>();
        try {
            for (int nth = 0; nth < day.size(); nth += 2) {
                Optional<Step> one = day.get(nth).resolved(real);
                Optional<Step> other = nth + 1 < day.size() ? day.get(nth + 1).resolved(real) : Optional.empty();
                if (one.isPresent() && other.isPresent() && isOneStep(one.get()) && isOneStep(other.get())) {
                    atOnce(one.get(), other.get(), real, past);
                } else {
                    one.ifPresent(step -> alone(step, real, past));
                    other.flatMap(step -> step.resolved(real)).ifPresent(step -> alone(step, real, past));
                }
            }
        } finally {
            real.close();
        }
    }

    /** What moves the clock, or is made of many transactions, is not one. */
    private static boolean isOneStep(Step step) {
        return step.act() != Step.Act.LATER && step.act() != Step.Act.CANCEL_SESSION;
    }

    private static void alone(Step step, RealDesk real, List<Past> past) {
        String answer = step.at(real);
        real.match();
        settle(List.of(answer), List.of(matching(step)), real, past, step.toString());
    }

    private static void atOnce(Step one, Step other, RealDesk real, List<Past> past) {
        List<String> answers = real.atOnce(one, other);
        real.match();
        List<Past> orders = new ArrayList<>();
        for (boolean matchedBetween : List.of(false, true)) {
            orders.add(model -> inOrder(model, one, other, matchedBetween));
            orders.add(model -> {
                List<Integer> before = model.made();
                List<String> turned = inOrder(model, other, one, matchedBetween);
                model.swapNewest(before);
                return List.of(turned.get(1), turned.get(0));
            });
        }
        // Whoever is asked to try again has done nothing.
        if (answers.get(0).equals("service-unavailable")) {
            orders.add(model ->
                    List.of(answers.get(0), matching(other).apply(model).get(0)));
        }
        if (answers.get(1).equals("service-unavailable")) {
            orders.add(model -> List.of(matching(one).apply(model).get(0), answers.get(1)));
        }
        settle(answers, orders, real, past, one + " at once with " + other);
    }

    private static Past matching(Step step) {
        return model -> {
            String answer = step.at(model);
            model.match();
            return List.of(answer);
        };
    }

    private static List<String> inOrder(ModelDesk model, Step first, Step second, boolean matchedBetween) {
        String answer = first.at(model);
        if (matchedBetween) {
            model.match();
        }
        List<String> answers = List.of(answer, second.at(model));
        model.match();
        return answers;
    }

    /** Finds the order that explains what came of it. */
    private static void settle(List<String> answers, List<Past> orders, RealDesk real, List<Past> past, String what) {
        Desk.State state = real.state();
        List<String> possible = new ArrayList<>();
        for (Past order : orders) {
            ModelDesk model = new ModelDesk(USUAL);
            past.forEach(part -> part.apply(model));
            List<String> expected = order.apply(model);
            if (expected.equals(answers) && model.state().equals(state)) {
                past.add(order);
                assertThat(real.broken()).as("after %s", what).isEmpty();
                return;
            }
            possible.add(expected + " " + model.state());
        }
        assertThat(possible).as("after %s", what).contains(answers + " " + state);
    }
}
