package org.bearhug.booking.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements, or parts of some, that lie in files beside the classes. */
public final class SqlFile {

    private SqlFile() {}

    /** The text of a file, such as {@code ledger/take}. */
    public static String read(String name) {
        try (InputStream text = SqlFile.class.getResourceAsStream("/" + name + ".sql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
