package org.bearhug.booking.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are outside. */
class PublicNetworksTest {

    private static final PublicNetworks PUBLIC = new PublicNetworks(Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_is_inside_or_special_is_not_public(String address) throws Exception {
        assertThat(PUBLIC.has(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "2001:4860:4860::8888"
            })
    void the_rest_of_the_world_is(String address) throws Exception {
        assertThat(PUBLIC.has(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void an_operator_can_add_networks() throws Exception {
        PublicNetworks ours = new PublicNetworks(Optional.of(List.of("93.184.216.0/24", "2606:4700::/32")));

        assertThat(ours.has(InetAddress.getByName("93.184.216.34"))).isFalse();
        assertThat(ours.has(InetAddress.getByName("2606:4700::1111"))).isFalse();
        assertThat(ours.has(InetAddress.getByName("93.184.217.34"))).isTrue();
        for (String nonsense :
                new String[] {"ours", "localhost/8", "10.0.0.0/33", "::/129", "10.0.0.0", "1.2.3.4.5/8"}) {
            assertThatThrownBy(() -> Network.of(nonsense)).as(nonsense).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
