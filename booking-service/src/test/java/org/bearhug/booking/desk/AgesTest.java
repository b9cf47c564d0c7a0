package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bearhug.booking.families.Child;
import org.bearhug.booking.timetable.ScheduledSession;
import org.bearhug.kit.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {

    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 10);

    @ParameterizedTest
    @CsvSource({"2031-02-10", "2030-08-06"})
    void the_first_and_the_last_day_of_the_range_are_of_age(LocalDate bornOn) {
        assertThatCode(() -> Ages.check(List.of(born(bornOn)), List.of(from4To30Weeks())))
                .doesNotThrowAnyException();
    }

    @Test
    void a_day_too_young_is_refused_with_the_date_that_would_fit() {
        Refusal refusal = refusal(LocalDate.of(2031, 2, 11), from4To30Weeks());

        assertThat(refusal.code()).isEqualTo("child-too-young");
        assertThat(refusal)
                .hasMessage("This child is 3 weeks old on 10 March 2031; this class is for babies from 4 weeks."
                        + " It fits from 11 March 2031.");
    }

    @Test
    void a_day_too_old_is_refused_with_the_last_date_that_fitted() {
        Refusal refusal = refusal(LocalDate.of(2030, 8, 5), from4To30Weeks());

        assertThat(refusal.code()).isEqualTo("child-too-old");
        assertThat(refusal)
                .hasMessage("This child is 31 weeks old on 10 March 2031; this class is for babies up to 30 weeks."
                        + " It fitted until 9 March 2031.");
    }

    @Test
    void one_week_is_singular() {
        assertThat(refusal(LocalDate.of(2031, 3, 1), from4To30Weeks())).hasMessageContaining("is 1 week old on");
    }

    @ParameterizedTest
    @CsvSource({"2031-03-11", "2031-03-17", "2031-05-01"})
    void a_child_that_will_not_be_born_by_then_is_too_young_even_for_the_youngest(LocalDate bornOn) {
        Refusal refusal = refusal(bornOn, session(MONDAY.atTime(10, 0), "Europe/London", 0, 30));

        assertThat(refusal.code()).isEqualTo("child-too-young");
        assertThat(refusal).hasMessageStartingWith("This child is not born yet on 10 March 2031");
    }

    @Test
    void a_child_born_on_the_day_of_the_class_is_of_age_from_nought_weeks() {
        assertThatCode(() -> Ages.check(
                        List.of(born(MONDAY)), List.of(session(MONDAY.atTime(10, 0), "Europe/London", 0, 0))))
                .doesNotThrowAnyException();
    }

    @Test
    void the_day_is_the_one_where_the_class_is_taught() {
        // Half past midnight on Monday in Auckland, still Sunday in Greenwich.
        ScheduledSession early = session(MONDAY.atTime(0, 30), "Pacific/Auckland", 4, 30);
        // Half past eleven on Monday in Honolulu, already Tuesday in Greenwich.
        ScheduledSession late = session(MONDAY.atTime(23, 30), "Pacific/Honolulu", 4, 30);

        assertThatCode(() -> Ages.check(List.of(born(MONDAY.minusWeeks(4))), List.of(early)))
                .doesNotThrowAnyException();
        assertThat(refusal(MONDAY.minusWeeks(4).plusDays(1), late).code()).isEqualTo("child-too-young");
    }

    @Test
    void a_child_must_be_of_age_in_every_session() {
        ScheduledSession later = session(MONDAY.plusWeeks(3).atTime(10, 0), "Europe/London", 4, 30);
        Child nearlyTooOld = born(MONDAY.minusWeeks(28));

        assertThatCode(() -> Ages.check(List.of(nearlyTooOld), List.of(from4To30Weeks())))
                .doesNotThrowAnyException();
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> Ages.check(List.of(nearlyTooOld), List.of(from4To30Weeks(), later)));
        assertThat(refusal).hasMessageContaining("is 31 weeks old on 31 March 2031");
    }

    private static Refusal refusal(LocalDate bornOn, ScheduledSession session) {
        return catchThrowableOfType(Refusal.class, () -> Ages.check(List.of(born(bornOn)), List.of(session)));
    }

    private static Child born(LocalDate day) {
        return new Child(UUID.randomUUID(), Set.of(UUID.randomUUID()), "Mia", day);
    }

    private static ScheduledSession from4To30Weeks() {
        return session(MONDAY.atTime(10, 0), "Europe/London", 4, 30);
    }

    private static ScheduledSession session(LocalDateTime start, String zone, int from, int to) {
        return new ScheduledSession(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Baby massage for beginners",
                start.atZone(ZoneId.of(zone)).toInstant(),
                start.plusHours(1).atZone(ZoneId.of(zone)).toInstant(),
                start,
                zone,
                from,
                to,
                false);
    }
}
