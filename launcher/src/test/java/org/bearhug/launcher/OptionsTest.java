package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void words_that_we_know_are_taken() {
        assertThat(Options.of()).contains(new Options(false, true, false, false, false));
        assertThat(Options.of("--fresh", "--no-demo")).contains(new Options(true, false, false, false, false));
        assertThat(Options.of("--help")).contains(new Options(false, true, false, false, true));
        assertThat(Options.of("--fake-stripe")).contains(new Options(false, true, false, true, false));
        assertThat(Options.of("--fake-zoom")).contains(new Options(false, true, true, false, false));
    }

    @Test
    void a_word_that_we_do_not_know_is_not() {
        assertThat(Options.of("--fersh")).isEmpty();
        assertThat(Options.of("--fresh", "now")).isEmpty();
    }
}
