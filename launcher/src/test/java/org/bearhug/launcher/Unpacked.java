package org.bearhug.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs, which a whole build unpacks once, since that takes seconds. */
final class Unpacked {

    private static final String NAME = "postgresql-binaries";

    private Unpacked() {}

    /** Puts them where a launcher with this home would unpack them. */
    static void into(Path home) throws IOException {
        String place = System.getProperty("bearhug.test.programs");
        if (place != null) {
            Files.createDirectories(home);
            Files.createSymbolicLink(home.resolve(NAME), Files.createDirectories(Path.of(place)));
        }
    }

    /** Before the folder is deleted: JUnit warns of links that lead out of it. */
    static void outOf(Path home) throws IOException {
        if (Files.isSymbolicLink(home.resolve(NAME))) {
            Files.delete(home.resolve(NAME));
        }
    }
}
