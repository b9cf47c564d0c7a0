package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.zoom.ZoomPlanLevel.Weight;
import org.bearhug.testing.TestClock;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Zoom's plan and the app's rights allow. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class PlanLimitsTest {

    private static final Instant TOMORROW = Instant.parse("2026-11-25T00:00:00Z");

    @Inject
    ZoomScene scene;

    @Inject
    Session database;

    @Inject
    ScopeCheck check;

    private final UUID account = UUID.randomUUID();

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @AfterEach
    void end() {
        scene.begin();
    }

    @ParameterizedTest
    @CsvSource({
        "FREE, LIGHT, 6000",
        "FREE, MEDIUM, 2000",
        "FREE, HEAVY, 1000",
        "PRO, HEAVY, 30000",
        "BUSINESS, HEAVY, 60000"
    })
    void a_day_has_so_many_calls_of_a_kind_and_begins_anew_at_midnight_utc(
            ZoomPlanLevel plan, Weight weight, int limit) {
        RateLimits limits = limits(plan);
        limits.await(account, weight);
        scene.sql().change("UPDATE zoom_rate SET used = ? WHERE connection_id = ?", limit - 1, account);

        limits.await(account, weight);
        ZoomFailure failure = catchThrowableOfType(ZoomFailure.class, () -> limits.await(account, weight));

        assertThat(failure.kind()).isEqualTo(ZoomFailure.Kind.THROTTLED);
        assertThat(failure.until()).isEqualTo(TOMORROW);
        limits.await(account, weight == Weight.LIGHT ? Weight.MEDIUM : Weight.LIGHT);
        scene.at(TOMORROW);
        limits.await(account, weight);
        assertThat(scene.sql()
                        .<Integer>one(
                                "SELECT used FROM zoom_rate WHERE connection_id = ? AND label = ?",
                                account,
                                weight.name()))
                .isEqualTo(1);
    }

    private RateLimits limits(ZoomPlanLevel plan) {
        RateLimits limits = new RateLimits();
        limits.database = database;
        limits.clock = new TestClock();
        limits.settings = new ZoomSettings();
        limits.settings.plan = plan;
        return limits;
    }

    @Test
    void what_the_app_may_not_do_is_shown_once_zoom_has_said_it() {
        as(INES).get("/v1/me/zoom-connection").then().body("missingScopes", empty());
        ZoomStage.tell("scopes", Map.of("scope", "meeting:write:admin meeting:read:list_meetings:admin"));
        check.check();

        as(INES).get("/v1/me/zoom-connection")
                .then()
                .body(
                        "missingScopes",
                        contains("meeting:read:meeting:admin", "meeting:read:list_past_participants:admin"));
    }
}
