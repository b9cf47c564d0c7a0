package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the README tells people to paste is pasted. */
class ReadmeIT {

    @Test
    void the_first_calls_work_as_pasted_and_a_second_time() throws Exception {
        String calls = Shell.calls("README.md");

        for (int time = 0; time < 2; time++) {
            String answers = Shell.paste(calls);
            assertThat(answers)
                    .contains("\"title\":\"Free taster: meet us on the sofa\"", "\"seatsLeft\":")
                    .contains("\"state\":\"CONFIRMED\"", "/join\"")
                    .doesNotContain("urn:bearhug:problem");
        }
    }
}
