package org.bearhug.bench;

import java.util.ArrayList;
import java.util.List;

/** The table, and what else there is to say. */
final class Report {

    private final List<Duel> duels = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private boolean printed;

    void add(Duel duel) {
        if (!duel.ours().isEmpty()) {
            duels.add(duel);
            Say.line(duel.row());
        }
    }

    /** A part whose fault is told beside the table, and keeps none of the others from being measured. */
    void attempt(String part, Runnable measure) {
        try {
            measure.run();
        } catch (WrongWork wrong) {
            failed(part, wrong.getMessage());
        } catch (RuntimeException fault) {
            Say.stack(fault);
            failed(part, fault.toString());
        }
    }

    private void failed(String part, String why) {
        faults.add("**Not measured, or not to the end: %s.** %s".formatted(part, why));
        Say.line("  " + faults.get(faults.size() - 1));
    }

    boolean isWhole() {
        return faults.isEmpty();
    }

    void note(String format, Object... values) {
        notes.add(String.format(java.util.Locale.ROOT, format, values));
    }

    /** Once; whoever interrupts a run sees what there is until then. */
    synchronized void print() {
        if (printed) {
            return;
        }
        printed = true;
        Say.line("");
        Say.line(Duel.HEAD);
        duels.forEach(duel -> Say.line(duel.row()));
        Say.line("");
        notes.forEach(note -> Say.line("- " + note));
        faults.forEach(fault -> Say.line("- " + fault));
    }
}
