package org.bearhug.reads;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bearhug.kit.Outbox;

/**
 * Changes of what is shown to everybody. Most are facts and need nothing else; what is told to nobody is said here. On
 * this instance a change counts from its commit, before its writer is answered; the others see it at their next look.
 */
@ApplicationScoped
public class Changes {

    private static final String WRITE = "INSERT INTO touched (kind, subject) SELECT ?, unnest(?::uuid[])";

    private static final String TIDY = "DELETE FROM touched WHERE touched_at < now() - interval '1 hour'";

    @Inject
    DataSource database;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    Generations generations;

    @Inject
    OwnFacts own;

    /** Says in the running transaction that these change with it in a way of which no fact tells. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void touch(String kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setString(1, kind);
            write.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            write.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write down what was touched", e);
        }
        List<String> names = names(kind, subjects.stream());
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    generations.change(names);
                }
            }
        });
    }

    void told(@Observes Outbox.Told committed) {
        generations.change(committed.facts().stream()
                .flatMap(fact -> names(OwnFacts.kind(fact), Stream.of(fact.subject())).stream())
                .toList());
        committed.facts().forEach(own::add);
    }

    private static List<String> names(String kind, Stream<UUID> subjects) {
        return Stream.concat(Stream.of(kind), subjects.map(UUID::toString)).toList();
    }

    @Scheduled(every = "10m", delayed = "10m", identity = "tidy-touched")
    @Transactional
    void tidy() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement tidy = connection.prepareStatement(TIDY)) {
            tidy.executeUpdate();
        }
    }
}
