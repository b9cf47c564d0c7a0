package org.bearhug.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The three services and the front door, with what each is told. */
final class Services {

    static final String DEFAULT_PASSWORD = "bearhug-development";

    private final Settings settings;
    private final Home home;
    private final Secrets secrets;
    private final boolean demo;
    private final Consumer<Service> whenOneDies;

    Services(Settings settings, Home home, Secrets secrets, boolean demo, Consumer<Service> whenOneDies) {
        this.settings = settings;
        this.home = home;
        this.secrets = secrets;
        this.demo = demo;
        this.whenOneDies = whenOneDies;
    }

    List<Service> all() {
        Ports ports = settings.ports();
        Map<String, String> users = new LinkedHashMap<>();
        users.put(
                "BEARHUG_SERVICE_CLIENTS",
                "course-service=" + secrets.get(Secrets.COURSE_CLIENT) + ",booking-service="
                        + secrets.get(Secrets.BOOKING_CLIENT));
        if (demo) {
            users.put("BEARHUG_ADMIN_EMAIL", settings.get("BEARHUG_ADMIN_EMAIL", DemoPeople.ADMIN));
            users.put("BEARHUG_ADMIN_PASSWORD", settings.get("BEARHUG_ADMIN_PASSWORD", DemoPeople.PASSWORD));
        }
        Map<String, String> door = new LinkedHashMap<>();
        door.put("BEARHUG_DEMO", String.valueOf(demo));
        if (!settings.sendsRealMail()) {
            door.put("BEARHUG_MAILBOX_URL", url(ports.mailbox()));
        }
        return List.of(
                service("user-service", ports.users(), users),
                service(
                        "course-service",
                        ports.courses(),
                        client(Secrets.COURSE_CLIENT, FakeZoomAccount.ofCourses(settings))),
                service("booking-service", ports.bookings(), client(Secrets.BOOKING_CLIENT, bookings())),
                service("web", ports.door(), door));
    }

    private Map<String, String> bookings() {
        Map<String, String> bookings = new LinkedHashMap<>(FakeZoomAccount.ofBookings(settings));
        bookings.putAll(FakeStripeAccount.ofBookings(settings));
        bookings.put(
                "BEARHUG_WEBHOOKS_TO_LOCALHOST",
                settings.get("BEARHUG_WEBHOOKS_TO_LOCALHOST", String.valueOf(settings.isForThisMachineAlone())));
        return bookings;
    }

    private Map<String, String> client(String name, Map<String, String> more) {
        Map<String, String> own = new LinkedHashMap<>(more);
        own.put("BEARHUG_CLIENT_SECRET", secrets.get(name));
        return own;
    }

    private Service service(String name, int port, Map<String, String> own) {
        Map<String, String> environment = new LinkedHashMap<>(settings.environment());
        environment.putAll(shared());
        environment.putAll(own);
        environment.put("BEARHUG_PORT", String.valueOf(port));
        Jvm jvm = Jvm.of(name, settings.jar(name), settings.keepsClassArchives(), settings.jvmFlags(name));
        return new Service(name, port, jvm, environment, home, whenOneDies);
    }

    private Map<String, String> shared() {
        Ports ports = settings.ports();
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put("BEARHUG_HOST", settings.host());
        shared.put("BEARHUG_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + Postgres.DATABASE);
        shared.put("BEARHUG_DB_PASSWORD", settings.get("BEARHUG_DB_PASSWORD", DEFAULT_PASSWORD));
        shared.put("BEARHUG_USERS_URL", url(ports.users()));
        shared.put("BEARHUG_COURSES_URL", url(ports.courses()));
        shared.put("BEARHUG_BOOKINGS_URL", url(ports.bookings()));
        shared.put("BEARHUG_ISSUER", settings.get("BEARHUG_ISSUER", url(ports.users())));
        shared.put("BEARHUG_PUBLIC_URL", settings.get("BEARHUG_PUBLIC_URL", url(ports.door())));
        shared.put(Secrets.SEAL, settings.get(Secrets.SEAL, secrets.get(Secrets.SEAL)));
        if (!settings.sendsRealMail()) {
            shared.put("BEARHUG_SMTP_HOST", "localhost");
            shared.put("BEARHUG_SMTP_PORT", String.valueOf(ports.smtp()));
        }
        return shared;
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }
}
