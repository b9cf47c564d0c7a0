package org.bearhug.launcher;

import java.util.Optional;

/** What is written after {@code ./run}. */
record Options(boolean fresh, boolean demo, boolean fakeZoom, boolean fakeStripe, boolean help) {

    static final String USAGE =
            """
            Usage: ./run [--fresh] [--no-demo] [--fake-zoom] [--fake-stripe] [--help]

            Starts Bearhug on this machine: PostgreSQL, a mailbox, the three services and the front door.

              --fresh     forget all data first
              --no-demo   without the demo people and their courses
              --fake-zoom with a Zoom that is none, to try meetings without an account; doors stand open early
              --fake-stripe with a Stripe that is none, to try paying without an account; no money moves
              --help      this text

            From the environment:
              BEARHUG_HOME          the data folder; .bearhug beside this script when not set
              BEARHUG_PORT_OFFSET   added to every port; with 100 the front door is at 8180
              BEARHUG_HOST          where everything but PostgreSQL listens; 127.0.0.1 when not set, so this machine alone
              BEARHUG_SMTP_HOST     a real mail server in the place of the mailbox; there is no demo then
              Every other BEARHUG_… setting goes on to the services.
            """;

    /** Empty when there is a word that we do not know. */
    static Optional<Options> of(String... words) {
        boolean fresh = false;
        boolean demo = true;
        boolean fakeZoom = false;
        boolean fakeStripe = false;
        boolean help = false;
        for (String word : words) {
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demo = false;
                case "--fake-zoom" -> fakeZoom = true;
                case "--fake-stripe" -> fakeStripe = true;
                case "--help", "-h" -> help = true;
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Options(fresh, demo, fakeZoom, fakeStripe, help));
    }
}
