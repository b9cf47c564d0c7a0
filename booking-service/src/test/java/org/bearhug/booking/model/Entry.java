package org.bearhug.booking.model;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A family in line. */
@SuppressWarnings("serial") // see World
final class Entry implements Serializable {

    private static final long serialVersionUID = 1L;

    final int family;
    final List<Integer> options;
    final List<String> children;

    /** The sessions for which it waits, by what it wants there. */
    final Map<Integer, List<Integer>> wants = new LinkedHashMap<>();

    /** Whether it could be offered this now, if there were room. */
    final Map<Integer, Boolean> open = new LinkedHashMap<>();

    String state = "WAITING";
    Keeping offer;

    Entry(int family, List<Integer> options, List<String> children) {
        this.family = family;
        this.options = options;
        this.children = children;
    }

    void waitFor(int option, List<Integer> sessions) {
        wants.put(option, sessions);
        open.put(option, true);
    }

    void stop(String how) {
        state = how;
        wants.clear();
        open.clear();
    }

    boolean isWaiting() {
        return state.equals("WAITING");
    }

    boolean isOffered() {
        return state.equals("OFFERED");
    }

    Stream<Integer> sessions() {
        return wants.values().stream().flatMap(List::stream);
    }

    boolean waitsWith(Entry other) {
        return sessions().anyMatch(session -> other.sessions().anyMatch(session::equals));
    }

    /** How many of its children, other than these, newcomers have to let before them in this session. */
    long before(int session, List<String> others) {
        return wants.entrySet().stream()
                        .filter(want ->
                                open.get(want.getKey()) && want.getValue().contains(session))
                        .count()
                * children.stream().filter(child -> !others.contains(child)).count();
    }
}
