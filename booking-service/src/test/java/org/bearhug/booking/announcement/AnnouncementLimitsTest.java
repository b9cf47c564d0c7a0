package org.bearhug.booking.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.bearhug.booking.Given;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instructor does not write without end. */
@QuarkusTest
class AnnouncementLimitsTest {

    @Inject
    Given given;

    @Inject
    TwoFamilies families;

    @BeforeEach
    void two_families_in_a_block() {
        families.meets();
    }

    @Test
    void after_ten_in_a_day_the_next_waits_until_the_first_is_a_day_old() {
        lately(Announcements.MOST - 1, 1);

        List<Integer> answers = Race.of(
                4, i -> () -> families.writes("blocks/" + families.block.id()).statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 429);
        assertThat(families.written()).isEqualTo(Announcements.MOST);
        families.writes("blocks/" + families.block.id())
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("82800"))
                .body("code", equalTo("too-many-announcements"));
        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofHours(23)));
        families.writes("blocks/" + families.block.id()).then().statusCode(201);
    }

    /** The control: without the lock both see nine and write. */
    @Test
    void without_the_lock_there_would_be_more_than_ten() throws Exception {
        lately(Announcements.MOST - 1, 1);
        CyclicBarrier both = new CyclicBarrier(2);

        Race.of(2, i -> () -> {
            boolean passes = families.written() < Announcements.MOST;
            both.await();
            if (passes) {
                lately(1, 1);
            }
            return passes;
        });

        assertThat(families.written()).isGreaterThan(Announcements.MOST);
    }

    @Test
    void letters_are_counted_too() {
        lately(1, Announcements.MOST_LETTERS - 1);

        families.writes("blocks/" + families.block.id()).then().statusCode(429);
        families.writes("sessions/" + families.block.session(0)).then().statusCode(201);
    }

    /** Ines wrote so many an hour ago, to so many carers each. */
    private void lately(int announcements, int letters) {
        for (int i = 0; i < announcements; i++) {
            given.sql()
                    .change(
                            "INSERT INTO announcement (instructor_id, kind, group_id, title, words, letters, sent_at)"
                                    + " VALUES (?, 'BLOCK', ?, 'T', 'W', ?, ?::timestamptz)",
                            Person.INES.id(),
                            families.block.id(),
                            letters,
                            Given.A_WEEK_BEFORE.minus(Duration.ofHours(1)).toString());
        }
    }
}
