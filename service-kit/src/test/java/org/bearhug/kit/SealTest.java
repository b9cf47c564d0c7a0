package org.bearhug.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTest {

    private final Seal seal = new Seal("a secret");

    @Test
    void what_was_sealed_opens_in_its_context_alone() {
        String sealed = seal.close("https://call.example/1", "call-link:1");

        assertThat(sealed).doesNotContain("call");
        assertThat(seal.open(sealed, "call-link:1")).isEqualTo("https://call.example/1");
        assertThatThrownBy(() -> seal.open(sealed, "call-link:2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_secret_opens_nothing() {
        String sealed = seal.close("text", "context");

        assertThatThrownBy(() -> new Seal("another secret").open(sealed, "context"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BEARHUG_SECRET");
    }

    @Test
    void the_same_text_never_looks_the_same() {
        assertThat(seal.close("text", "context")).isNotEqualTo(seal.close("text", "context"));
    }
}
