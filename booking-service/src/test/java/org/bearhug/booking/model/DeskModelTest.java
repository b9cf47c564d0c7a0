package org.bearhug.booking.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.quarkus.test.junit.QuarkusTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Random days at the desk, done by two processes of the service on one database, now and then both at the same time, and by a
 * model of it in memory, which must agree after each step. A few in each build; {@code -Dbearhug.model-tries=1000
 * -Dbearhug.model-shrinking=OFF} for a long look of some minutes, {@code -Dbearhug.model-all-plants=true} for all planted bugs,
 * of which a build has those that are told within seconds. The second process does not share commits unless {@code
 * -Dbearhug.model-shared-commits=on}, the first one does unless {@code -Dbearhug.shared-commits=off}. What was looked at so far and
 * what was found stands in docs/decisions/0030-model-of-the-desk.md.
 */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskModelTest {

    private static final String TRIES = System.getProperty("bearhug.model-tries", "25");

    private static final String SHRINKING = System.getProperty("bearhug.model-shrinking", "FULL");

    private static final boolean ALL_PLANTS = Boolean.getBoolean("bearhug.model-all-plants");

    private static SecondInstance second;

    @BeforeAll
    static void a_second_process_starts() {
        second = SecondInstance.start();
        DeskProperties.instances = List.of(Instance.here(), second);
        DeskProperties.stripe = new PlayedStripe();
    }

    @AfterAll
    static void the_second_process_stops() throws Exception {
        DeskProperties.stripe.close();
        second.close();
    }

    /** First, since the other process is still starting. */
    @Order(1)
    @ParameterizedTest
    @MethodSource
    void a_planted_bug_is_found_and_told_by_a_short_day(Plant plant) {
        PlantedBugs.plant = plant;

        TestExecutionSummary run = run(PlantedBugs.class, "are_found", "1000", "java.util.List");

        assertThat(run.getFailures()).hasSize(1);
        assertThat(PlantedBugs.shortest).hasSizeLessThanOrEqualTo(plant.steps());
        assertThat(PlantedBugs.shortest.stream().map(Step::act).collect(Collectors.toSet()))
                .containsAll(plant.acts());
    }

    @Order(2)
    @Test
    void two_instances_do_what_the_model_does_whatever_families_do() {
        TestExecutionSummary run = run(
                DeskProperties.class,
                "the_desk_does_what_the_model_does",
                TRIES,
                "org.bearhug.booking.model.House, java.util.List");

        assertThat(run.getFailures()).as(reasons(run)).isEmpty();
        assertThat(run.getTestsSucceededCount()).isEqualTo(1);
    }

    static Set<Plant> a_planted_bug_is_found_and_told_by_a_short_day() {
        return ALL_PLANTS ? EnumSet.complementOf(EnumSet.of(Plant.NOTHING)) : Plant.QUICK;
    }

    private static String reasons(TestExecutionSummary run) {
        return run.getFailures().stream()
                .map(failure -> String.valueOf(failure.getException()))
                .collect(Collectors.joining("\n"));
    }

    private static TestExecutionSummary run(Class<?> properties, String property, String tries, String parameters) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(properties, property, parameters))
                                .filters(EngineFilter.includeEngines("jqwik"))
                                .configurationParameter("jqwik.tries.default", tries)
                                // Not bounded: that would search on in a thread of its own, beside the next tests.
                                .configurationParameter("jqwik.shrinking.default", SHRINKING)
                                .configurationParameter("jqwik.database", "target/jqwik-database")
                                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                                .build(),
                        summary);
        return summary.getSummary();
    }
}
