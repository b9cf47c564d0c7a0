package org.bearhug.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** Two sides that take turns, ours first in every second round, so that what changes with time changes both. */
record Duel(String name, String unit, List<Double> ours, List<Double> theirs) {

    static final String HEAD = "| row | ours | theirs | ratio | lowest to highest ratio | rounds |\n"
            + "| --- | --- | --- | --- | --- | --- |";

    /** Of the rounds that both have been in. */
    static Duel of(String name, String unit, List<Double> ours, List<Double> theirs) {
        int rounds = Math.min(ours.size(), theirs.size());
        return new Duel(name, unit, ours.subList(0, rounds), theirs.subList(0, rounds));
    }

    /** Each side measures one round, whose number it is told. */
    static Duel fight(String name, String unit, int rounds, IntToDoubleFunction ours, IntToDoubleFunction theirs) {
        Duel duel = new Duel(name, unit, new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                duel.ours.add(ours.applyAsDouble(round));
                duel.theirs.add(theirs.applyAsDouble(round));
            } else {
                duel.theirs.add(theirs.applyAsDouble(round));
                duel.ours.add(ours.applyAsDouble(round));
            }
            Say.line(
                    "    %s, round %d: %.1f and %.1f %s",
                    name, round + 1, duel.ours.get(round), duel.theirs.get(round), unit);
        }
        return duel;
    }

    /** A row of the table. The ratio is that of each round's two sides; the middle one stands for all. */
    String row() {
        double[] ratios = new double[ours.size()];
        Arrays.setAll(ratios, round -> ours.get(round) / theirs.get(round));
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                "| %s | %s %s | %s %s | **%.2f** | %.2f to %.2f | %d |",
                name,
                number(median(ours)),
                unit,
                number(median(theirs)),
                unit,
                median(ratios),
                ratios[0],
                ratios[ratios.length - 1],
                ratios.length);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    /** For a line while it goes on: how the newest round went, if there was one. */
    static String last(List<Double> values) {
        return values.isEmpty() ? "none" : number(values.get(values.size() - 1));
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return median(sorted);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
