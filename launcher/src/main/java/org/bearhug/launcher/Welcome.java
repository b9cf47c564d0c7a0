package org.bearhug.launcher;

import java.util.Locale;

/** What stands on the screen once everything runs. */
final class Welcome {

    private static final double NANOS = 1e9;

    private Welcome() {}

    static String text(Settings settings, boolean demo, long nanos) {
        Ports ports = settings.ports();
        boolean mailbox = !settings.sendsRealMail();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """

                Bearhug is up (%.1f s).

                  Front door        http://localhost:%d
                  user-service      http://localhost:%d/q/swagger-ui
                  course-service    http://localhost:%d/q/swagger-ui
                  booking-service   http://localhost:%d/q/swagger-ui
                """,
                nanos / NANOS,
                ports.door(),
                ports.users(),
                ports.courses(),
                ports.bookings()));
        if (mailbox) {
            text.append("  Mailbox           http://localhost:%d\n".formatted(ports.mailbox()));
        }
        if (settings.fakesZoom()) {
            text.append("  Fake Zoom         http://localhost:%d/fake/meetings\n".formatted(ports.fakeZoom()));
        }
        if (settings.fakesStripe()) {
            text.append("  Fake Stripe       http://localhost:%d/fake/sessions\n".formatted(ports.fakeStripe()));
        }
        text.append("  PostgreSQL        %s\n"
                .formatted(
                        "127.0.0.1:" + ports.postgres() + "/" + Postgres.DATABASE + " as users, courses or bookings"));
        text.append("  Data and logs     %s\n".formatted(settings.home()));
        if (demo && mailbox) {
            text.append(
                    """

                      Demo people, password %s
                      %s
                    """
                            .formatted(DemoPeople.PASSWORD, DemoPeople.listed()));
        }
        return text.append("\nCtrl-C stops everything.").toString();
    }
}
