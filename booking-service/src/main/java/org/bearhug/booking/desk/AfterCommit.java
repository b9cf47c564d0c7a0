package org.bearhug.booking.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Work that follows from a transaction, done one after the other once it is committed. It may get lost in a crash: a job
 * does the same some seconds later.
 */
@ApplicationScoped
class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    @Inject
    TransactionSynchronizationRegistry transaction;

    private final Set<Object> waiting = ConcurrentHashMap.newKeySet();

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /**
     * Does this work when the running transaction commits.
     *
     * @param about by which it is known: what has not begun yet is not done once more
     */
    void then(Object about, Runnable work) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED && !thread.isShutdown() && waiting.add(about)) {
                    thread.execute(() -> {
                        waiting.remove(about);
                        attempt(work);
                    });
                }
            }
        });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.warn("What follows from a commit is left to the job", fault);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
