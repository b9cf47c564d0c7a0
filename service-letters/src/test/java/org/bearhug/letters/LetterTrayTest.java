package org.bearhug.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LetterTrayTest {

    @Test
    void the_pauses_between_tries_grow_up_to_a_quarter_of_an_hour() {
        assertThat(LetterTray.pause(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(LetterTray.pause(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(LetterTray.pause(9)).isEqualTo(Duration.ofMinutes(15));
        assertThat(LetterTray.pause(5000)).isEqualTo(Duration.ofMinutes(15));
    }
}
