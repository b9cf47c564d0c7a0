package org.bearhug.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Two sides that took turns, so that what changes with time changed both. */
record Duel(String name, String unit, List<Double> ours, List<Double> theirs) {

    static final String HEAD = "| row | ours | theirs | ratio | lowest to highest ratio | rounds |\n"
            + "| --- | --- | --- | --- | --- | --- |";

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
