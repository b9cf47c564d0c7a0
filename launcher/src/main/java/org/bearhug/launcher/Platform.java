package org.bearhug.launcher;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.bearhug.fakestripe.FakeStripe;
import org.bearhug.fakezoom.FakeZoom;

/** The whole platform: started once, stopped once. For the command line and for tests of the whole. */
public final class Platform implements AutoCloseable {

    private final Settings settings;
    private final boolean demo;
    private final Consumer<String> say;
    private final CompletableFuture<Service> death = new CompletableFuture<>();

    private boolean stopped;
    private Home home;
    private Postgres postgres;
    private Mailbox mailbox;
    private MailboxServer mailboxServer;
    private FakeZoom fakeZoom;
    private FakeStripe fakeStripe;
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
            step(this::startMailbox);
            step(this::startFakeZoom);
            step(this::startFakeStripe);
            step(() -> postgres.start(settings.get("BEARHUG_DB_PASSWORD", Services.DEFAULT_PASSWORD), say));
            step(this::startServices);
            awaitHealthy();
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
        postgres = new Postgres(home, settings.ports().postgres(), secrets);
        services = new Services(settings, home, secrets, demo, death::complete).all();
    }

    private void startMailbox() {
        mailbox = new Mailbox(settings.host(), settings.ports().smtp(), Clock.systemUTC(), settings.mailsKept());
        mailbox.start();
        mailboxServer =
                new MailboxServer(mailbox, settings.host(), settings.ports().mailbox());
        mailboxServer.start();
    }

    private void startFakeZoom() {
        if (settings.fakesZoom()) {
            try {
                fakeZoom = FakeZoom.start(settings.host(), settings.ports().fakeZoom());
            } catch (UncheckedIOException e) {
                throw new StartFailure(
                        "The fake Zoom does not start: " + e.getCause().getMessage(), e);
            }
            fakeZoom.sendWebhooksTo(
                    "http://localhost:" + settings.ports().courses() + "/v1/zoom/webhooks",
                    FakeZoomAccount.WEBHOOK_SECRET);
        }
    }

    private void startFakeStripe() {
        if (settings.fakesStripe()) {
            try {
                fakeStripe = FakeStripe.start(settings.host(), settings.ports().fakeStripe());
            } catch (UncheckedIOException e) {
                throw new StartFailure(
                        "The fake Stripe does not start: " + e.getCause().getMessage(), e);
            }
            fakeStripe.sendWebhooksTo(
                    "http://localhost:" + settings.ports().bookings() + "/v1/payments/stripe/webhooks",
                    FakeStripeAccount.WEBHOOK_SECRET);
        }
    }

    private void startServices() {
        say.accept("Starting the services …");
        services.forEach(Service::start);
    }

    private void awaitHealthy() {
        CompletableFuture<?>[] waits = services.stream()
                .map(service -> CompletableFuture.runAsync(() -> {
                    service.awaitHealthy();
                    say.accept("  " + service.name() + " is healthy");
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Object> all = CompletableFuture.allOf(waits).thenApply(done -> null);
        for (CompletableFuture<?> wait : waits) {
            wait.whenComplete((done, failure) -> {
                if (failure != null) {
                    all.completeExceptionally(failure);
                }
            });
        }
        try {
            all.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure
                    ? failure
                    : new StartFailure(String.valueOf(e.getCause()), e);
        }
    }

    /** Completes when a service ends that nobody has asked to. */
    public CompletableFuture<Service> death() {
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
        if (mailbox != null) {
            mailbox.stop();
        }
        if (mailboxServer != null) {
            mailboxServer.stop();
        }
        if (fakeZoom != null) {
            fakeZoom.close();
        }
        if (fakeStripe != null) {
            fakeStripe.close();
        }
        if (home != null) {
            home.close();
        }
    }
}
