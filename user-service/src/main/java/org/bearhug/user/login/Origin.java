package org.bearhug.user.login;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/** From where somebody calls. */
final class Origin {

    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /** The address, or for IPv6 the network of 64 bits, of which one caller has all addresses. */
    static String of(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null ? "unknown" : HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
    }
}
