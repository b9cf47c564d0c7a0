package org.bearhug.launcher;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.bearhug.fakestripe.FakeStripe;
import org.bearhug.fakezoom.FakeZoom;

/** What stands around the services in this process: the mailbox, and a Zoom and a Stripe that are played. */
final class Surroundings {

    private final Settings settings;
    private final Deque<Runnable> stops = new ArrayDeque<>();

    Surroundings(Settings settings) {
        this.settings = settings;
    }

    void start() {
        startMailbox();
        if (settings.fakesZoom()) {
            startFakeZoom();
        }
        if (settings.fakesStripe()) {
            startFakeStripe();
        }
    }

    private void startMailbox() {
        Mailbox mailbox =
                new Mailbox(settings.host(), settings.ports().smtp(), Clock.systemUTC(), settings.mailsKept());
        stops.add(mailbox::stop);
        mailbox.start();
        MailboxServer pages =
                new MailboxServer(mailbox, settings.host(), settings.ports().mailbox());
        stops.add(pages::stop);
        pages.start();
    }

    private void startFakeZoom() {
        FakeZoom zoom = started(
                "Zoom", () -> FakeZoom.start(settings.host(), settings.ports().fakeZoom()));
        stops.add(zoom::close);
        zoom.sendWebhooksTo(
                "http://localhost:" + settings.ports().courses() + "/v1/zoom/webhooks", FakeZoomAccount.WEBHOOK_SECRET);
    }

    private void startFakeStripe() {
        FakeStripe stripe = started(
                "Stripe",
                () -> FakeStripe.start(settings.host(), settings.ports().fakeStripe()));
        stops.add(stripe::close);
        stripe.sendWebhooksTo(
                "http://localhost:" + settings.ports().bookings() + "/v1/payments/stripe/webhooks",
                FakeStripeAccount.WEBHOOK_SECRET);
    }

    private static <T> T started(String name, Supplier<T> start) {
        try {
            return start.get();
        } catch (UncheckedIOException e) {
            throw new StartFailure(
                    "The fake " + name + " does not start: " + e.getCause().getMessage(), e);
        }
    }

    /** Stops what was started, in that order. */
    void close() {
        stops.forEach(Runnable::run);
        stops.clear();
    }
}
