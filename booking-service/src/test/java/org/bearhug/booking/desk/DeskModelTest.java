package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.quarkus.test.junit.QuarkusTest;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Random days at the desk, done by the service and by a model of it in memory, which must agree after each step. A few
 * in each build; {@code -Dbearhug.model-tries=5000} for a long look.
 */
@QuarkusTest
class DeskModelTest {

    private static final String TRIES = System.getProperty("bearhug.model-tries", "40");

    @AfterEach
    void reset_the_clock() {
        TestClock.reset();
    }

    @Test
    void the_desk_does_what_the_model_does_whatever_families_do() {
        TestExecutionSummary run = run(DeskProperties.class, "the_desk_does_what_the_model_does", TRIES);

        assertThat(run.getFailures()).as(reasons(run)).isEmpty();
        assertThat(run.getTestsSucceededCount()).isEqualTo(1);
    }

    @Test
    void what_two_do_at_once_ends_as_if_one_came_after_the_other() {
        TestExecutionSummary run = run(AtOnceProperties.class, "two_at_once_end_as_if_one_came_after_the_other", TRIES);

        assertThat(run.getFailures()).as(reasons(run)).isEmpty();
        assertThat(run.getTestsSucceededCount()).isEqualTo(1);
    }

    @Test
    void a_planted_bug_is_found_and_told_by_a_short_sequence() {
        TestExecutionSummary run = run(PlantedBug.class, "is_found", "1000");

        assertThat(run.getFailures()).hasSize(1);
        assertThat(PlantedBug.shortest)
                .hasSizeLessThanOrEqualTo(3)
                .extracting(Step::act)
                .contains(Step.Act.HOLD, Step.Act.EXTEND);
    }

    private static String reasons(TestExecutionSummary run) {
        return run.getFailures().stream()
                .map(failure -> String.valueOf(failure.getException()))
                .toList()
                .toString();
    }

    private static TestExecutionSummary run(Class<?> properties, String property, String tries) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectMethod(properties, property, "java.util.List"))
                                .filters(EngineFilter.includeEngines("jqwik"))
                                .configurationParameter("jqwik.tries.default", tries)
                                .configurationParameter("jqwik.database", "target/jqwik-database")
                                .configurationParameter("jqwik.failures.after.default", "SAMPLE_ONLY")
                                .build(),
                        summary);
        return summary.getSummary();
    }
}
