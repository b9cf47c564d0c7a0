package org.bearhug.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenerationsTest {

    @Test
    void when_too_many_subjects_have_changed_all_count_as_changed() {
        Generations few = new Generations(3);
        few.change(List.of("a", "b", "c"));
        long seen = few.latest();
        assertThat(few.isCurrent(Set.of("z"), seen)).isTrue();

        few.change(List.of("d"));

        assertThat(few.isCurrent(Set.of("z"), seen)).isFalse();
        assertThat(few.isCurrent(Set.of("a", "z"), few.latest())).isTrue();
    }
}
