package org.bearhug.booking.model;

import java.io.Serializable;
import java.util.List;

/**
 * What is agreed on: seats in these sessions for these children.
 *
 * @param shares of each seat, child by child and in each the sessions in order
 * @param pass with which it is paid, or null
 */
record Deal(
        int family,
        int option,
        List<Integer> sessions,
        List<String> children,
        long total,
        List<Long> shares,
        boolean voucher,
        Pass pass)
        implements Serializable {

    int seats() {
        return sessions.size() * children.size();
    }

    Deal paidWith(Pass pass) {
        return new Deal(
                family,
                option,
                sessions,
                children,
                0,
                shares.stream().map(any -> 0L).toList(),
                false,
                pass);
    }
}
