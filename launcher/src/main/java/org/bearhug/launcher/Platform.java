package org.bearhug.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The whole platform: started once, stopped once. For the command line and for tests of the whole. */
public final class Platform implements AutoCloseable {

    private final Settings settings;
    private final boolean demo;
    private final Consumer<String> say;
    private final Surroundings surroundings;
    private final CompletableFuture<String> death = new CompletableFuture<>();

    private boolean stopped;
    private Home home;
    private Postgres postgres;
    private List<Service> services = List.of();

    /**
     * Not started yet.
     *
     * @param demo whether the demo people are there
     * @param say told what is being done, a line at a time
     */
    public Platform(Settings settings, boolean demo, Consumer<String> say) {
        this.settings = settings;
        this.demo = demo && !settings.sendsRealMail();
        this.say = say;
        this.surroundings = new Surroundings(settings);
    }

    /**
     * Starts everything and returns when all of it is healthy.
     *
     * @param fresh whether to forget all data first
     * @throws StartFailure when something does not start; what did is stopped again
     */
    public void start(boolean fresh) {
        try {
            step(() -> prepare(fresh));
            step(surroundings::start);
            step(() -> postgres.start(settings.get("BEARHUG_DB_PASSWORD", Services.DEFAULT_PASSWORD), say));
            step(this::startServices);
            Health.awaitAll(services, service -> say.accept("  " + service.name() + " is healthy"));
            if (demo) {
                new Demo(settings.ports(), home, settings.fakesZoom(), say).make();
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** One thing at a time; none any more once we are stopping. */
    private synchronized void step(Runnable step) {
        if (stopped) {
            throw new StartFailure("Stopped while starting.");
        }
        step.run();
    }

    private void prepare(boolean fresh) {
        home = Home.open(settings.home());
        Leftover.stopAll(home.pidFiles(), say);
        if (new Postmaster(home.database()).stop()) {
            say.accept("Stopped a PostgreSQL that an earlier run left behind.");
        }
        settings.ports().requireFree();
        if (fresh) {
            say.accept("Forgetting all data in " + home.folder() + " …");
            home.empty();
        }
        Secrets secrets = Secrets.of(home.secrets());
        postgres = new Postgres(
                home, settings.ports().postgres(), secrets, () -> died("PostgreSQL", home.log("postgresql")));
        Consumer<Service> serviceDied =
                service -> died(service.name() + " (exit " + service.exitStatus() + ")", service.log());
        services = new Services(settings, home, secrets, demo, serviceDied).all();
    }

    private void died(String who, Path log) {
        death.complete(who + " has ended by itself, so everything stops; why is in " + log);
    }

    private void startServices() {
        say.accept("Starting the services …");
        services.forEach(Service::start);
    }

    /** Completes when a service or PostgreSQL ends that nobody has asked to, with what there is to tell of it. */
    public CompletableFuture<String> death() {
        return death;
    }

    /** One of {@code user-service}, {@code course-service}, {@code booking-service}, {@code web}. */
    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The front door. */
    public URI door() {
        return service("web").address();
    }

    /** The mailbox's page and API. */
    public URI mailbox() {
        return URI.create("http://localhost:" + settings.ports().mailbox());
    }

    /** Where the database is looked into, as the role users, courses or bookings. */
    public String databaseUrl() {
        return postgres.url();
    }

    /** Where everything listens. */
    public Ports ports() {
        return settings.ports();
    }

    /** Stops the services, then PostgreSQL, then the mailbox; nothing is left behind. May be called more than once. */
    @Override
    public synchronized void close() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (services.stream().anyMatch(Service::isLearning)) {
            say.accept("The services write down what they have learnt of their classes, so that they start quicker …");
        }
        services.stream()
                .map(service -> CompletableFuture.runAsync(service::stop))
                .toList()
                .forEach(CompletableFuture::join);
        if (postgres != null) {
            postgres.stop();
        }
        surroundings.close();
        if (home != null) {
            home.close();
        }
    }
}
