package org.bearhug.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a platform is started with.
 *
 * @param root where the modules stand
 * @param home the data folder
 * @param environment what the operator set; it is passed on to the services
 */
public record Settings(Path root, Path home, Ports ports, Map<String, String> environment) {

    private static final String FAKE_ZOOM = "BEARHUG_FAKE_ZOOM";
    private static final String FAKE_STRIPE = "BEARHUG_FAKE_STRIPE";

    /** Copies. */
    public Settings {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    static Settings of(Path root, Map<String, String> environment) {
        String home = environment.getOrDefault("BEARHUG_HOME", "");
        return new Settings(
                root,
                home.isBlank() ? root.resolve(".bearhug") : Path.of(home),
                Ports.read(environment.get("BEARHUG_PORT_OFFSET")),
                environment);
    }

    /** The operator's word, or this. */
    String get(String name, String otherwise) {
        String set = environment.get(name);
        return set == null || set.isBlank() ? otherwise : set;
    }

    /** This machine alone, unless the operator says otherwise: demo people with known passwords live here. */
    String host() {
        return get("BEARHUG_HOST", "127.0.0.1");
    }

    /** Whether nobody else can reach it, so that it may do what only serves who develops with it. */
    boolean isForThisMachineAlone() {
        return host().equals("127.0.0.1") && !sendsRealMail();
    }

    /** Whether mail goes to a real server, in the place of our mailbox. */
    boolean sendsRealMail() {
        return !get("BEARHUG_SMTP_HOST", "").isEmpty();
    }

    /** How many mails our mailbox keeps; the oldest go first. */
    int mailsKept() {
        return Integer.parseInt(get("BEARHUG_MAILBOX_KEEPS", String.valueOf(Mailbox.KEEPS)));
    }

    /** Whether a Zoom that is none stands in for Zoom. */
    boolean fakesZoom() {
        return Boolean.parseBoolean(get(FAKE_ZOOM, "false"));
    }

    /** The same with a Zoom that is none. */
    Settings withFakeZoom() {
        return with(FAKE_ZOOM);
    }

    /** Whether a Stripe that is none stands in for Stripe. */
    boolean fakesStripe() {
        return Boolean.parseBoolean(get(FAKE_STRIPE, "false"));
    }

    /** Whether a first run writes down what makes the next start quicker, which takes it some seconds at its end. */
    boolean keepsClassArchives() {
        return Boolean.parseBoolean(get("BEARHUG_CLASS_ARCHIVES", "true"));
    }

    /** What the operator tells all JVMs beside what we do, then what this one: {@code BEARHUG_JVM_BOOKING_SERVICE}. */
    List<String> jvmFlags(String service) {
        String own = "BEARHUG_JVM_" + service.toUpperCase(Locale.ROOT).replace('-', '_');
        String flags = (get("BEARHUG_JVM", "") + " " + get(own, "")).strip();
        return flags.isEmpty() ? List.of() : List.of(flags.split("\\s+"));
    }

    /** The same with a Stripe that is none. */
    Settings withFakeStripe() {
        return with(FAKE_STRIPE);
    }

    private Settings with(String name) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, "true");
        return new Settings(root, home, ports, more);
    }

    Path jar(String module) {
        Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartFailure(module + " is not built: " + jar + " is missing. ./run builds it.");
        }
        return jar;
    }
}
