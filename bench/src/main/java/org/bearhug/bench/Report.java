package org.bearhug.bench;

import java.util.ArrayList;
import java.util.List;

/** The table, and what else there is to say. */
final class Report {

    private final List<Duel> duels = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void add(Duel duel) {
        duels.add(duel);
        Say.line(duel.row());
    }

    void note(String format, Object... values) {
        notes.add(String.format(java.util.Locale.ROOT, format, values));
    }

    void print() {
        Say.line("");
        Say.line(Duel.HEAD);
        duels.forEach(duel -> Say.line(duel.row()));
        Say.line("");
        notes.forEach(note -> Say.line("- " + note));
    }
}
