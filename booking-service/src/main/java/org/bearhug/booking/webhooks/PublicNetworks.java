package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells public addresses from those inside somebody's network, by the special-purpose registries of IANA. The checks of
 * {@link InetAddress} miss many of these.
 */
@ApplicationScoped
class PublicNetworks {

    private static final List<String> SPECIAL = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, and where clouds keep their secrets
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23", // Teredo, which has an IPv4 address inside, and others
            "2001:db8::/32",
            "2002::/16", // 6to4, the same
            "3fff::/20");

    /** All there is of global unicast; ::1, fc00::/7, fe80::/10, ff00::/8, 64:ff9b::/96 and ::ffff:0:0/96 are not in it. */
    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private final List<Network> forbidden;

    PublicNetworks(@ConfigProperty(name = "bearhug.webhook-forbidden-networks") Optional<List<String>> ours) {
        forbidden = Stream.concat(SPECIAL.stream(), ours.stream().flatMap(List::stream))
                .map(Network::of)
                .toList();
    }

    boolean has(InetAddress address) {
        return (!(address instanceof Inet6Address) || GLOBAL_UNICAST.has(address))
                && forbidden.stream().noneMatch(network -> network.has(address));
    }
}
