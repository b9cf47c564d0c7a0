package org.bearhug.launcher;

/** Why the platform cannot run, in one line for a person, with what to do about it. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailure(String line) {
        super(line, null, false, false);
    }

    StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
