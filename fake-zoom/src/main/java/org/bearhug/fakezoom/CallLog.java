package org.bearhug.fakezoom;

import java.util.ArrayList;
import java.util.List;

/** What was called, and what came of it that is worth a look. */
final class CallLog {

    private final List<String> lines = new ArrayList<>();
    private int owed;

    synchronized void note(Call call) {
        lines.add(call.line());
    }

    synchronized void noteFault(Call call, Fault fault) {
        lines.add(call.line() + " " + fault);
    }

    synchronized void noteUnheard(String event) {
        lines.add(event + " UNHEARD");
    }

    synchronized void noteOverspent(String host) {
        lines.add(host + " OVERSPENT");
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** So many more calls will be done when nobody expects it any more. */
    synchronized void owe(int calls) {
        owed += calls;
    }

    synchronized int owed() {
        return owed;
    }

    synchronized void forget() {
        lines.clear();
    }
}
