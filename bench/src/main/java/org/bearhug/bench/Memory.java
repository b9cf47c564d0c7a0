package org.bearhug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Resident memory in megabytes: all of it, and with what is shared divided among those who share it. */
record Memory(double rss, double pss) {

    /** Of a process, at this moment. */
    static Memory of(long pid) {
        try {
            List<String> rollup = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
            return new Memory(megabytes(rollup, "Rss:"), megabytes(rollup, "Pss:"));
        } catch (IOException e) {
            throw new WrongWork("memory is read from /proc, which only Linux has", e);
        }
    }

    private static double megabytes(List<String> rollup, String what) {
        return rollup.stream()
                        .filter(line -> line.startsWith(what))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }
}
