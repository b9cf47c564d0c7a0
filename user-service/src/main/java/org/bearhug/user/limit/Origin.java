package org.bearhug.user.limit;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/** From where somebody calls. */
public final class Origin {

    private static final int IPV4_BYTES = 4;
    private static final int NETWORK_BYTES = 8;
    private static final int COARSE_IPV4_BYTES = 3;
    private static final int COARSE_IPV6_BYTES = 6;

    private Origin() {}

    /** The address, or for IPv6 the network of 64 bits, of which one caller has all addresses. */
    public static String of(String address) {
        return beginning(address, IPV4_BYTES, NETWORK_BYTES);
    }

    /** The network around it: 24 bits of IPv4, 48 of IPv6. */
    public static String network(String address) {
        return beginning(address, COARSE_IPV4_BYTES, COARSE_IPV6_BYTES);
    }

    private static String beginning(String address, int ofIpv4, int ofIpv6) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null
                ? "unknown"
                : HexFormat.of().formatHex(bytes, 0, bytes.length == IPV4_BYTES ? ofIpv4 : ofIpv6);
    }
}
