package org.bearhug.course.zoom;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shares the hosts out among the instances: a host is worked on by one at a time, and by another when that one dies. */
@ApplicationScoped
class HostTasks {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int THREADS = 4;

    @Inject
    DataSource database;

    @Inject
    HostWork work;

    @Inject
    ZoomSettings settings;

    /** By which an operator tells the instances of one machine apart. */
    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @Inject
    Clock clock;

    private CustomTask<Void> task;
    private SchedulerClient client;
    private Scheduler scheduler;

    @PostConstruct
    void prepare() {
        task = task();
        client = SchedulerClient.Builder.create(database, task).build();
    }

    void start(@Observes StartupEvent event) {
        if (settings.worker
                && (settings.platformApp().isPresent() || settings.userApp().isPresent())) {
            scheduler = builder("course-service:" + port + "/" + UUID.randomUUID(), Duration.ofSeconds(1))
                    .build();
            // Nobody knows what was missed while no instance was up.
            QuarkusTransaction.requiringNew().run(() -> ZoomHost.update("sweepAt = ?1", clock.instant()));
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** One instance's hands; its heartbeat tells the others that it lives. */
    SchedulerBuilder builder(String name, Duration pollingInterval) {
        return Scheduler.create(database, task)
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(THREADS)
                .pollingInterval(pollingInterval)
                .heartbeatInterval(settings.heartbeat)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(8))
                .clock(clock::instant);
    }

    private CustomTask<Void> task() {
        return Tasks.custom("zoom-host", Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(AGAIN)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Instant again = work.takeTurn(Integer.parseInt(instance.getId()));
                    return (complete, operations) -> operations.reschedule(complete, again);
                });
    }

    /** From now on somebody looks after this host, if nobody does; in the running transaction. */
    void add(int hostId) {
        client.scheduleIfNotExists(task.instance(String.valueOf(hostId)), clock.instant());
    }
}
