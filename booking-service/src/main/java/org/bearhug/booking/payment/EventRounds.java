package org.bearhug.booking.payment;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bearhug.booking.jobs.OneByOne;
import org.bearhug.kit.Refusal;
import org.jboss.logging.Logger;

/**
 * Works on Stripe's messages, at once when one comes and again on those that had to wait. What they say is not believed; they
 * name what Stripe is to be asked about, so they may come twice, late and in any order.
 */
@ApplicationScoped
class EventRounds {

    private static final Logger LOG = Logger.getLogger(EventRounds.class);

    /** How long a message about something unknown is worth another try. */
    private static final Duration TRIED = Duration.ofDays(3);

    @Inject
    StripeEvents events;

    @Inject
    EventWork work;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** There is a new one. */
    void soon() {
        if (!thread.isShutdown()) {
            thread.execute(this::work);
        }
    }

    @Scheduled(every = "{bearhug.tidy-every}", identity = "work-on-stripe-events")
    void work() {
        OneByOne.each("message", events.claim(), this::attempt);
    }

    private void attempt(KeptEvent event) {
        try {
            boolean done = work.on(event);
            steps.reach(Steps.Step.BEFORE_WORKED_COMMITTED);
            if (done || isOld(event)) {
                events.worked(event);
            }
        } catch (TillRefused unknown) {
            LOG.warnf("Stripe knows nothing of message %s (%s): %s", event.id(), event.type(), unknown.code());
            if (isOld(event)) {
                events.worked(event);
            }
        } catch (TillAway | Refusal wait) {
            LOG.warnf("Message %s (%s) has to wait: %s", event.id(), event.type(), wait.getMessage());
        }
    }

    private boolean isOld(KeptEvent event) {
        return clock.instant().isAfter(event.receivedAt().plus(TRIED));
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
