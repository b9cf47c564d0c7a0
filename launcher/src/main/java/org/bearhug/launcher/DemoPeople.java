package org.bearhug.launcher;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of the demo. */
enum DemoPeople {
    INES("Ines Ortega", "INSTRUCTOR", "Europe/London", "teaches baby massage"),
    NOOR("Noor Haddad", "INSTRUCTOR", "Europe/Berlin", "teaches baby yoga"),
    CARA("Cara Lindqvist", "CARER", "Europe/London", "has a baby and a toddler"),
    OMAR("Omar Diallo", "CARER", "Europe/Berlin", "has a small baby");

    static final String PASSWORD = "bearhug-demo-1";
    static final String ADMIN = address("ada");

    private final String fullName;
    private final String role;
    private final String timeZone;
    private final String does;

    DemoPeople(String fullName, String role, String timeZone, String does) {
        this.fullName = fullName;
        this.role = role;
        this.timeZone = timeZone;
        this.does = does;
    }

    private static String address(String name) {
        return name + "@demo.bearhug.example";
    }

    String fullName() {
        return fullName;
    }

    String role() {
        return role;
    }

    String timeZone() {
        return timeZone;
    }

    String email() {
        return address(name().toLowerCase(java.util.Locale.ROOT));
    }

    static String listed() {
        Stream<String> people = Stream.of(values()).map(person -> "  %-30s %s".formatted(person.email(), person.does));
        return Stream.concat(people, Stream.of("  %-30s %s".formatted(ADMIN, "runs the place")))
                .collect(Collectors.joining("\n  "));
    }
}
