package org.bearhug.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void the_offset_moves_every_port() {
        Ports ports = Ports.read("100");

        assertThat(ports.door()).isEqualTo(8180);
        assertThat(ports.users()).isEqualTo(8181);
        assertThat(ports.courses()).isEqualTo(8182);
        assertThat(ports.bookings()).isEqualTo(8183);
        assertThat(ports.smtp()).isEqualTo(1125);
        assertThat(ports.mailbox()).isEqualTo(8125);
        assertThat(ports.postgres()).isEqualTo(54_420);
    }

    @Test
    void an_offset_that_is_none_is_refused() {
        for (String bad : new String[] {"a", "-1", "20000", "1.5"}) {
            assertThatThrownBy(() -> Ports.read(bad))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("BEARHUG_PORT_OFFSET must be");
        }
        assertThat(Ports.read(null).offset()).isZero();
        assertThat(Ports.read(" ").offset()).isZero();
    }

    @Test
    void a_port_in_use_is_named_with_what_to_do() throws IOException {
        Ports ports = FreePorts.any();
        assertThatCode(ports::requireFree).doesNotThrowAnyException();

        try (ServerSocket taken = FreePorts.take(ports.courses())) {
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", for course-service, is in use.")
                    .hasMessageContaining("BEARHUG_PORT_OFFSET=")
                    .hasMessageNotContaining("\n");
        }
    }
}
