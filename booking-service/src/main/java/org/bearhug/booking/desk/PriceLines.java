package org.bearhug.booking.desk;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.IntStream;
import org.bearhug.booking.money.PriceLine;

/** The lines of a price as hold and booking keep them; all absent when a version before this one wrote it. */
@Embeddable
record PriceLines(String[] lineCodes, String[] lineTexts, Long[] lineAmounts) {

    static PriceLines of(List<PriceLine> lines) {
        return new PriceLines(
                lines.stream().map(line -> line.code().name()).toArray(String[]::new),
                lines.stream().map(PriceLine::text).toArray(String[]::new),
                lines.stream().map(PriceLine::amount).toArray(Long[]::new));
    }

    static boolean contain(PriceLines kept, PriceLine.Code code) {
        return kept != null && kept.lineCodes != null && List.of(kept.lineCodes).contains(code.name());
    }

    /** What was written down, or else the usual price as a whole. */
    static List<PriceLine> of(PriceLines kept, long amount) {
        if (kept == null || kept.lineCodes == null) {
            return amount == 0 ? List.of() : List.of(new PriceLine(PriceLine.Code.LIST, null, amount));
        }
        return IntStream.range(0, kept.lineCodes.length)
                .mapToObj(nth -> new PriceLine(
                        PriceLine.Code.valueOf(kept.lineCodes[nth]), kept.lineTexts[nth], kept.lineAmounts[nth]))
                .toList();
    }
}
