package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bearhug.fakezoom.Fault;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens of an account that an instructor has connected. */
@QuarkusTest
@TestProfile(ZoomProfile.class)
class OwnTokensTest {

    @Inject
    ZoomScene scene;

    @Inject
    AccessTokens tokens;

    @Inject
    SealedTokens sealed;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Connections connections;

    @BeforeEach
    void begin() {
        scene.begin();
    }

    @AfterEach
    void end() {
        scene.begin();
    }

    @Test
    void of_many_who_need_a_token_at_once_one_fetches_it() {
        Departure.comesBack(Departure.begins(), null);
        int before = ZoomStage.look("tokens").path("issued").asInt();
        scene.later(Duration.ofHours(2));

        List<String> found = Race.of(8, i -> () -> tokens.of(INES.id(), null));

        assertThat(found).hasSize(8).containsOnly(found.get(0));
        assertThat(ZoomStage.look("tokens").path("issued").asInt()).isEqualTo(before + 1);
    }

    @Test
    void without_the_hold_several_fetch_tokens_and_all_but_one_are_refused() {
        Departure.comesBack(Departure.begins(), null);
        String refresh = scene.sql().one("SELECT refresh_token FROM zoom_connection WHERE id = ?", INES.id());
        String open = sealed.open(INES.id(), refresh);

        List<Boolean> refused = Race.of(8, i -> () -> isRefused(open));

        assertThat(refused).filteredOn(each -> !each).hasSize(1);
    }

    private boolean isRefused(String refreshToken) {
        try {
            endpoint.refreshed(refreshToken);
            return false;
        } catch (ZoomFailure failure) {
            return failure.kind() == ZoomFailure.Kind.DISCONNECTED;
        }
    }

    @Test
    void a_token_is_replaced_a_minute_before_it_ends() {
        Departure.comesBack(Departure.begins(), null);
        String first = tokens.of(INES.id(), null);

        scene.later(Duration.ofSeconds(3_530));
        assertThat(tokens.of(INES.id(), null)).isEqualTo(first);
        scene.later(Duration.ofSeconds(10));

        assertThat(tokens.of(INES.id(), null)).isNotEqualTo(first);
    }

    @Test
    void a_connection_that_nobody_uses_is_kept_fresh_every_week() {
        Departure.comesBack(Departure.begins(), null);
        int before = ZoomStage.look("tokens").path("issued").asInt();
        scene.later(Duration.ofDays(5));
        connections.keepFresh();
        assertThat(ZoomStage.look("tokens").path("issued").asInt()).isEqualTo(before);

        scene.later(Duration.ofDays(2));
        connections.keepFresh();
        connections.keepFresh();

        assertThat(ZoomStage.look("tokens").path("issued").asInt()).isEqualTo(before + 1);
    }

    @Test
    void a_refresh_that_fails_for_a_while_ends_no_connection() {
        Departure.comesBack(Departure.begins(), null);
        scene.later(Duration.ofHours(2));
        String session = scene.block(1).get(0);
        ZoomStage.fault(Fault.BROKEN, "POST /oauth/token");

        scene.work();
        as(INES).get(Departure.PATH).then().body("state", equalTo("CONNECTED"));
        scene.later(Duration.ofMinutes(5));
        scene.work();

        assertThat(scene.state(session)).isEqualTo("READY");
    }

    @Test
    void no_token_lies_open_in_the_database() {
        Departure.comesBack(Departure.begins(), null);

        Set<String> kept = new TreeSet<>();
        scene.sql()
                .rows("SELECT t::text AS row FROM zoom_connection t UNION ALL SELECT t::text FROM zoom_connecting t")
                .forEach(row -> kept.add((String) row.get("row")));
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains("access-") || row.contains("refresh-"));
    }

    @Test
    void a_connection_that_was_taken_away_gives_no_token() {
        assertThat(catchThrowableOfType(ZoomFailure.class, () -> tokens.of(UUID.randomUUID(), null))
                        .kind())
                .isEqualTo(ZoomFailure.Kind.DISCONNECTED);
    }
}
