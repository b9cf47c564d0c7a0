package org.bearhug.bench;

/** What was measured did not do what it should have done, so its time says nothing; or something needed is not there. */
final class WrongWork extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongWork(String message) {
        super(message);
    }

    WrongWork(String message, Throwable cause) {
        super(message, cause);
    }
}
