package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What addresses a name has. Tests put other answers in its place. */
@ApplicationScoped
class Names {

    /** All of them, at least one. */
    InetAddress[] addresses(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }
}
