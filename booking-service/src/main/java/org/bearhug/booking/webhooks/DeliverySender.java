package org.bearhug.booking.webhooks;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.bearhug.kit.Outbox;
import org.bearhug.rounds.Rounds;

/** Has facts collected and deliveries made, in each instance. */
@ApplicationScoped
class DeliverySender {

    @Inject
    Collector collector;

    @Inject
    Deliverers deliverers;

    private final Rounds rounds = new Rounds("webhooks", this::look);
    private volatile boolean somebodyListens;

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        rounds.stop();
        deliverers.stop();
    }

    /** A fact of this process is committed. */
    void wake(@Observes Outbox.Told told) {
        if (somebodyListens) {
            rounds.wake();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryQueued queued) {
        rounds.wake();
    }

    private void look() {
        Collector.Look look = collector.collect();
        while (look == Collector.Look.MORE_TO_READ) {
            deliverers.handOut(rounds::wake);
            look = collector.collect();
        }
        somebodyListens = look != Collector.Look.NOTHING_TO_DO;
        deliverers.handOut(rounds::wake);
    }
}
