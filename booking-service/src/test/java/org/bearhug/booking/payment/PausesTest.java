package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {

    private final Random random = new Random(5);

    @Test
    void pauses_double_up_to_a_day_and_no_two_are_the_same() {
        for (int times = 1; times <= 40; times++) {
            Duration usual = Duration.ofHours(Math.min(24, 1L << Math.min(times - 1, 10)));
            List<Duration> pauses = pauses(times);
            assertThat(pauses)
                    .allMatch(pause -> pause.compareTo(usual.multipliedBy(3).dividedBy(4)) >= 0
                            && pause.compareTo(usual.multipliedBy(5).dividedBy(4)) <= 0);
            assertThat(pauses.stream().distinct().count()).isGreaterThan(90);
        }
    }

    private List<Duration> pauses(int times) {
        return IntStream.range(0, 100)
                .mapToObj(nth -> Pauses.afterNo(times, random))
                .toList();
    }
}
