package org.bearhug.bench;

import java.io.PrintStream;
import java.util.Locale;

/** What the reader sees. */
final class Say {

    private static final PrintStream OUT = System.out;

    private Say() {}

    static void stack(Throwable fault) {
        fault.printStackTrace(OUT);
    }

    static void line(String format, Object... values) {
        OUT.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
