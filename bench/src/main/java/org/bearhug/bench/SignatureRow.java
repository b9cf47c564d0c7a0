package org.bearhug.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tokens cost to sign and to check, by algorithm: {@code bench/signatures}, with each of the JVM's compilers. */
record SignatureRow(Path root, Report report) {

    void measure() {
        try {
            Path folder = Files.createTempDirectory("bearhug-bench-signatures");
            report.note("Signatures as with ./run:%n%s", table(folder, List.of("-XX:TieredStopAtLevel=1")));
            report.note("Signatures with the server compiler:%n%s", table(folder, List.of()));
            Stage.delete(folder);
        } catch (IOException e) {
            throw new WrongWork("there is no room for signatures", e);
        }
    }

    private String table(Path folder, List<String> flags) {
        Path source = root.resolve("bench/signatures/Signatures.java");
        List<String> command = Stream.of(List.of(Program.java()), flags, List.of(source.toString()))
                .flatMap(List::stream)
                .toList();
        try (Program signatures = Program.start("signatures", folder, command, Map.of())) {
            return signatures
                    .output()
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .collect(Collectors.joining("\n"));
        }
    }
}
