package org.bearhug.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.testing.Sql;

/** Keeps what another service says of its notes. */
@ApplicationScoped
class NoteBook implements FeedConsumer.Handler {

    @Inject
    AgroalDataSource database;

    private volatile UUID unreadable;

    void cannotRead(UUID note) {
        unreadable = note;
    }

    @Override
    public String feed() {
        return "course-service";
    }

    @Override
    public void apply(CloudEvent event) {
        UUID id = UUID.fromString(event.subject());
        if (id.equals(unreadable)) {
            throw new IllegalStateException("cannot be read yet");
        }
        new Sql(database)
                .change(
                        """
                        INSERT INTO note AS n (id, text, version) VALUES (?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET text = excluded.text, version = excluded.version
                         WHERE n.version < excluded.version""",
                        id,
                        event.data().get("text").asText(),
                        event.version());
    }
}
