package org.bearhug.booking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Reads along what the service writes to its log, stack traces too. */
public final class LogLines extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final PatternFormatter formatter = new PatternFormatter("%c %s%e");

    private LogLines() {}

    /** From now on until it is closed. */
    public static LogLines read() {
        LogLines reader = new LogLines();
        ROOT.addHandler(reader);
        return reader;
    }

    /** What was written until now. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(formatter.format(line));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
