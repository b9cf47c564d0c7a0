package org.bearhug.booking.webhooks;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that answers what a test says, knows no other name but {@code localhost}, and asks nobody. */
@Alternative
@Priority(1)
@ApplicationScoped
class PlayedNames extends Names {

    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    static void know(String host, String... addresses) {
        KNOWN.put(host, List.of(addresses));
    }

    @Override
    InetAddress[] addresses(String host) throws UnknownHostException {
        List<String> addresses = host.equals("localhost") ? List.of("127.0.0.1") : KNOWN.get(host);
        if (addresses == null) {
            throw new UnknownHostException(host);
        }
        InetAddress[] all = new InetAddress[addresses.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = InetAddress.getByName(addresses.get(i));
        }
        return all;
    }
}
