package org.bearhug.booking.desk;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
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

    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** Does this work when the running transaction commits. */
    void then(Runnable work) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED && !thread.isShutdown()) {
                    thread.execute(() -> attempt(work));
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
