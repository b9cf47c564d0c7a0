package org.bearhug.booking.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that have the first so many bits in common. Netty's filter rules take fc00::1 for one of 2000::/3, so this
 * is done here.
 */
record Network(InetAddress address, int bits) {

    private static final Pattern TEXT = Pattern.compile("([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/([0-9]{1,3})");

    /** Reads {@code 192.0.2.0/24} or {@code 2001:db8::/32}. */
    static Network of(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        try {
            if (parts.matches()) {
                Network network = new Network(InetAddress.getByName(parts.group(1)), Integer.parseInt(parts.group(2)));
                if (network.bits <= network.address.getAddress().length * 8) {
                    return network;
                }
            }
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException("This is no network: " + text, noAddress);
        }
        throw new IllegalArgumentException("This is no network: " + text);
    }

    boolean has(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
