package org.bearhug.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a storm of log-ins does to who is logged in: bench/login-storm, beside quiet times of the same run. */
record StormRow(House house, Path root, Scale scale, Report report) {

    private static final int ROUNDS = 3;
    private static final Pattern ROUND = Pattern.compile(
            "\\| \\d+ \\| [\\d.]+ ms \\| ([\\d.]+) ms \\| [\\d.]+ ms \\| ([\\d.]+) ms \\|.*\\| (\\d+) of \\d+ \\|");

    void measure() {
        List<String> command = List.of(
                Program.java(),
                root.resolve("bench/login-storm/LoginStorm.java").toString(),
                house.address("user-service"),
                String.valueOf(ROUNDS),
                "50",
                String.valueOf(2 * scale.seconds()));
        try (Program storm = Program.start("login-storm", house.folder, command, Map.of())) {
            String printed = storm.output();
            Say.line(printed);
            List<Matcher> rounds =
                    printed.lines().map(ROUND::matcher).filter(Matcher::matches).toList();
            if (rounds.size() != ROUNDS
                    || rounds.stream().anyMatch(round -> !round.group(3).equals("0"))) {
                throw new WrongWork("the storm was not what it should be: " + printed);
            }
            report.add(new Duel(
                    "99th percentile in a storm of log-ins ÷ in quiet",
                    "ms",
                    rounds.stream().map(round -> Double.valueOf(round.group(2))).toList(),
                    rounds.stream().map(round -> Double.valueOf(round.group(1))).toList()));
        }
    }
}
