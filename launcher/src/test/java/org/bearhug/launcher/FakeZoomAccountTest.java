package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeZoomAccountTest {

    private final Settings without = new Settings(Path.of("."), Path.of("home"), new Ports(100), Map.of());

    @Test
    void the_services_are_told_of_it_when_it_is_asked_for() {
        Settings with = without.withFakeZoom();

        assertThat(FakeZoomAccount.ofCourses(with))
                .containsEntry("BEARHUG_ZOOM_API_URL", "http://localhost:8190/v2")
                .containsEntry("BEARHUG_ZOOM_ACCOUNT_ID", "fake")
                .containsEntry("BEARHUG_ZOOM_HOSTS", "ines@demo.bearhug.example,noor@demo.bearhug.example");
        assertThat(FakeZoomAccount.ofBookings(with)).containsEntry("BEARHUG_JOIN_OPENS_BEFORE", "P366D");
    }

    @Test
    void nobody_is_told_anything_when_it_is_not() {
        assertThat(FakeZoomAccount.ofCourses(without)).isEmpty();
        assertThat(FakeZoomAccount.ofBookings(without)).isEmpty();
    }

    @Test
    void the_demo_lets_zoom_make_its_meetings_where_there_is_one() {
        LocalDate today = LocalDate.of(2026, 11, 24);

        assertThat(DemoProgramme.MASSAGE.block(today, true))
                .containsEntry("meeting", "ZOOM")
                .doesNotContainKey("callLink");
        assertThat(DemoProgramme.MASSAGE.block(today, false))
                .containsKey("callLink")
                .doesNotContainKey("meeting");
    }
}
