package org.bearhug.e2e;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.bearhug.launcher.Platform;
import org.bearhug.launcher.Ports;
import org.bearhug.launcher.Settings;

/** A platform with its demo, beside that of the other tests: here carers pay by a Stripe that is played. */
final class StripeHouse {

    private StripeHouse() {}

    static Platform start() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("BEARHUG_FAKE_STRIPE", "true");
        environment.put("BEARHUG_TIDY_EVERY", "2s");
        environment.put("BEARHUG_CLASS_ARCHIVES", "false");
        // Started once and stopped soon, it has no use for the thorough compiler.
        environment.put("BEARHUG_JVM", "-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=1");
        Ports ports = new Ports(ThreadLocalRandom.current().nextInt(9_200, 10_900));
        CallAddresses.watch(ports);
        Platform platform = new Platform(
                new Settings(
                        Path.of(System.getProperty("bearhug.root")), House.home("bearhug-e2e-pay"), ports, environment),
                true,
                line -> {});
        platform.start(true);
        return platform;
    }
}
