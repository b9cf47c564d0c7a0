package org.bearhug.booking.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Neighbours;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FamiliesFeedTest {

    private static final LocalDate BORN = LocalDate.of(2031, 1, 1);

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();
    private final UUID mia = UUID.randomUUID();

    @Test
    void a_newer_fact_takes_the_place_of_an_older_one() {
        cara.tell(mia, "Mia", BORN, 1);
        cara.tell(mia, "Mila", BORN.plusDays(1), 2);
        everything_before_is_read();

        assertThat(child())
                .containsEntry("name", "Mila")
                .containsEntry("born_on", Date.valueOf("2031-01-02"))
                .containsEntry("version", 2L);
    }

    @Test
    void stale_and_repeated_facts_change_nothing() {
        cara.tell(mia, "Mila", BORN, 3);
        cara.tell(mia, "Mia", BORN.minusDays(1), 2);
        cara.tell(mia, "Mia", BORN.minusDays(1), 3);
        everything_before_is_read();

        assertThat(child()).containsEntry("name", "Mila").containsEntry("born_on", Date.valueOf(BORN));
    }

    @Test
    void an_erased_child_is_erased_for_good() {
        cara.tell(mia, "Mia", BORN, 1);
        cara.erase(mia, 2);
        cara.tell(mia, "Mia", BORN, 1);
        cara.tell(mia, "Mia", BORN, 7);
        everything_before_is_read();

        erased(child());
    }

    @Test
    void a_child_that_is_erased_before_it_is_known_stays_unknown() {
        cara.erase(mia, 2);
        cara.tell(mia, "Mia", BORN, 1);
        everything_before_is_read();

        erased(child());
    }

    @Test
    void an_erased_carer_is_erased_for_good() {
        cara.known();
        cara.erased(2);
        cara.known();
        Neighbours.publish("user-service", "account.changed", cara.id(), 3, Map.of("id", cara.id(), "name", "Cara"));
        everything_before_is_read();

        assertThat(given.sql()
                        .rows("SELECT name, erased, version FROM carer WHERE id = ?", cara.id())
                        .get(0))
                .containsEntry("name", null)
                .containsEntry("erased", true);
    }

    @Test
    void kinds_of_facts_that_are_not_known_are_passed_over() {
        Neighbours.publish("user-service", "shoe.changed", UUID.randomUUID(), 1, Map.of("size", 17));

        everything_before_is_read();
    }

    @Test
    void nothing_is_kept_that_booking_does_not_need() {
        Neighbours.publish(
                "user-service",
                "account.changed",
                cara.id(),
                1,
                Map.of("id", cara.id(), "name", "Cara", "email", "cara@bearhug.test", "locale", "en-GB"));
        everything_before_is_read();

        assertThat(given.sql()
                        .rows("SELECT * FROM carer WHERE id = ?", cara.id())
                        .toString())
                .contains("Cara", "cara@bearhug.test")
                .doesNotContain("en-GB");
    }

    private static void erased(Map<String, Object> child) {
        assertThat(child)
                .containsEntry("name", null)
                .containsEntry("born_on", null)
                .containsEntry("erased", true);
    }

    private Map<String, Object> child() {
        return given.sql().rows("SELECT * FROM child WHERE id = ?", mia).get(0);
    }

    private void everything_before_is_read() {
        UUID last = Carer.fresh().child("Last", 1);
        await().until(() -> given.sql().one("SELECT 1 FROM child WHERE id = ?", last) != null);
    }
}
