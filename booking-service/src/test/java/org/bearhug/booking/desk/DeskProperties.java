package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.bearhug.testing.Sql;

/** Whatever families do, in whatever order: run by {@link DeskModelTest}, which brings the service. */
class DeskProperties {

    static final OfferTime USUAL = new OfferTime(Duration.ofHours(12), LocalTime.of(21, 0), LocalTime.of(7, 0));

    @Property(shrinking = ShrinkingMode.FULL)
    void the_desk_does_what_the_model_does(@ForAll("days") List<Step> day) {
        check(day, RealDesk::new);
    }

    static void check(List<Step> day, Function<Sql, RealDesk> desk) {
        Desk model = new ModelDesk(USUAL);
        RealDesk real =
                desk.apply(new Sql(Arc.container().instance(DataSource.class).get()));
        try {
            day.forEach(step -> check(step, model, real));
        } finally {
            real.close();
        }
    }

    private static void check(Step step, Desk model, RealDesk real) {
        assertThat(step.at(real)).as("%s", step).isEqualTo(step.at(model));
        real.match();
        model.match();
        assertThat(real.state()).as("after %s", step).isEqualTo(model.state());
        assertThat(real.broken()).as("after %s", step).isEmpty();
    }

    @Provide
    static Arbitrary<List<Step>> days() {
        return Combinators.combine(
                        Arbitraries.of(Step.Act.class),
                        Arbitraries.integers().between(0, Desk.FAMILIES - 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
