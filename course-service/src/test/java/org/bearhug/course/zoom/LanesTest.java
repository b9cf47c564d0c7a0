package org.bearhug.course.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many meetings a host holds at one time is the operator's to say. */
class LanesTest {

    private static final Instant TEN = Instant.parse("2027-01-07T10:00:00Z");

    private final ZoomHost ines = host(1);
    private final ZoomHost noor = host(2);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void so_many_meetings_as_are_allowed_share_a_host_and_one_more_has_none(int atOnce) {
        Lanes lanes = new Lanes(List.of(ines), atOnce, Map.of(), List.of());
        for (int meeting = 0; meeting < atOnce; meeting++) {
            assertThat(take(lanes, TEN)).map(Lanes.Lane::number).contains(meeting);
        }

        assertThat(take(lanes, TEN.plusSeconds(3_599))).isEmpty();
        assertThat(take(lanes, TEN.plusSeconds(3_600))).isPresent();
    }

    @Test
    void meetings_at_one_time_go_to_the_host_with_the_fewest() {
        Lanes lanes = new Lanes(List.of(ines, noor), 2, Map.of(1, 3L), List.of());

        assertThat(List.of(take(lanes, TEN), take(lanes, TEN), take(lanes, TEN), take(lanes, TEN)))
                .extracting(lane -> lane.orElseThrow().host().id)
                .containsExactly(2, 2, 1, 1);
        assertThat(take(lanes, TEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11})
    void a_number_that_the_database_would_not_keep_is_refused_at_the_start(int atOnce) {
        ZoomSettings settings = new ZoomSettings();
        settings.dailyLimit = 100;
        settings.meetingsAtOnce = atOnce;

        assertThatThrownBy(settings::check).hasMessageContaining("BEARHUG_ZOOM_MEETINGS_AT_ONCE");
    }

    private static Optional<Lanes.Lane> take(Lanes lanes, Instant start) {
        UUID session = UUID.randomUUID();
        Instant end = start.plus(Duration.ofHours(1));
        return lanes.take(new PlannedMeeting(session, "Massage", start, end, "Europe/London", true), null, any -> true);
    }

    private static ZoomHost host(int id) {
        ZoomHost host = new ZoomHost();
        host.id = id;
        return host;
    }
}
