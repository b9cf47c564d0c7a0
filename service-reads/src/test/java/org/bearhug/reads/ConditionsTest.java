package org.bearhug.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "W/\"a\"", "*", "\"x\", \"a\"", "W/\"x\",W/\"a\" , \"y\""})
    void a_caller_knows_what_a_tag_of_the_list_names(String header) {
        assertThat(new Conditions(List.of(header), false).knows("\"a\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\"", "a", "\"a", "\"aa\"", "w/\"a\"", "\"a-gzip\"", ""})
    void and_nothing_else(String header) {
        assertThat(new Conditions(List.of(header), false).knows("\"a\"")).isFalse();
        assertThat(new Conditions(List.of(), false).knows("\"a\"")).isFalse();
    }

    @Test
    void each_line_of_the_header_counts() {
        assertThat(new Conditions(List.of("\"b\"", "\"a\""), false).knows("\"a\""))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "x-gzip", "br, gzip", "gzip;q=0.5", "*", "*;q=0, gzip", "identity;q=0, gzip; q=1"
            })
    void gzip_is_taken_by_who_says_so(String accepted) {
        assertThat(Conditions.takesGzip(accepted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "gzip; Q=0.000", "*, gzip;q=0", "*;q=0", "gzipped"})
    void and_by_nobody_else(String accepted) {
        assertThat(Conditions.takesGzip(accepted)).isFalse();
        assertThat(Conditions.takesGzip(null)).isFalse();
    }
}
