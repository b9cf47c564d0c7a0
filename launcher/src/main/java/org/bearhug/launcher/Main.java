package org.bearhug.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./run}. */
final class Main {

    private static final int USAGE_EXIT = 2;

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Main() {}

    /** Started by the script, which names the folder of the modules as {@code bearhug.root}. */
    public static void main(String... words) {
        LIBRARIES.setLevel(Level.OFF);
        Optional<Options> options = Options.of(words);
        if (options.isEmpty()) {
            ERR.print(Options.USAGE);
            System.exit(USAGE_EXIT);
        } else if (options.get().help()) {
            OUT.print(Options.USAGE);
        } else {
            System.exit(run(options.get()));
        }
    }

    private static int run(Options options) {
        AtomicBoolean failed = new AtomicBoolean();
        AtomicBoolean stopping = new AtomicBoolean();
        try {
            Settings settings = settings(options);
            Platform platform = new Platform(settings, options.demo(), OUT::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, failed, stopping), "stop"));
            long began = System.nanoTime();
            platform.start(options.fresh());
            OUT.println(Welcome.text(settings, options.demo(), System.nanoTime() - began));
            throw new StartFailure(platform.death().join());
        } catch (StartFailure failure) {
            failed.set(true);
            // What fails while we are being stopped fails because of that.
            if (!stopping.get()) {
                ERR.println(failure.getMessage());
            }
        }
        return 1;
    }

    private static Settings settings(Options options) {
        Settings settings = Settings.of(Path.of(System.getProperty("bearhug.root", ".")), System.getenv());
        Settings zoomed = options.fakeZoom() ? settings.withFakeZoom() : settings;
        return options.fakeStripe() ? zoomed.withFakeStripe() : zoomed;
    }

    private static void stop(Platform platform, AtomicBoolean failed, AtomicBoolean stopping) {
        stopping.set(true);
        if (!failed.get()) {
            OUT.println("Stopping …");
        }
        platform.close();
        if (!failed.get()) {
            OUT.println("Stopped. Your data are kept.");
        }
    }
}
