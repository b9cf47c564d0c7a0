package org.bearhug.booking.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void what_fails_keeps_nothing_else_from_being_done() {
        OneByOne.each("word", List.of("a", "bad", "c"), this::doIt);

        assertThat(done).containsExactly("a", "c");
    }

    @Test
    void an_error_is_no_affair_of_one_alone() {
        assertThatThrownBy(() -> OneByOne.each("word", List.of("a", "b"), word -> {
                    throw new StackOverflowError(word);
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    private void doIt(String word) {
        if (word.equals("bad")) {
            throw new IllegalStateException(word);
        }
        done.add(word);
    }
}
