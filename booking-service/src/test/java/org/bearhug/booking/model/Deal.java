package org.bearhug.booking.model;

import java.io.Serializable;
import java.util.List;

/**
 * What is agreed on: seats in these sessions for these children.
 *
 * @param policy as it was then
 * @param shares of each seat, child by child and in each the sessions in order
 * @param pass with which it is paid, or null
 */
record Deal(
        int family,
        int option,
        List<Integer> sessions,
        List<String> children,
        Policy policy,
        long total,
        List<Long> shares,
        boolean voucher,
        Pass pass)
        implements Serializable {

    int seats() {
        return sessions.size() * children.size();
    }

    Deal paidWith(Pass pass) {
        return costing(0, shares.stream().map(any -> 0L).toList(), false, pass);
    }

    /** The same at another price. */
    Deal costing(long total, List<Long> shares, boolean voucher, Pass pass) {
        return new Deal(family, option, sessions, children, policy, total, shares, voucher, pass);
    }
}
