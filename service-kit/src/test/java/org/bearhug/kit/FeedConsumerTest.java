package org.bearhug.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedConsumerTest {

    private static final String FEED = "course-service";

    @Inject
    AgroalDataSource database;

    @Inject
    NoteBook book;

    @Inject
    FeedConsumer.Position positions;

    private final UUID note = UUID.randomUUID();

    @AfterEach
    void all_is_well_again() {
        book.cannotRead(null);
        Neighbours.away(false);
    }

    @Test
    void a_fact_arrives() {
        publish(1, "hello");

        await().until(() -> "hello".equals(text()));
    }

    @Test
    void a_fact_told_twice_or_late_changes_nothing() {
        publish(2, "new");
        publish(2, "new, told again with a mistake");
        publish(1, "old");
        UUID afterwards = UUID.randomUUID();
        Neighbours.publish(FEED, "note.changed", afterwards, 1, Map.of("text", "end"));

        await().until(() -> text(afterwards) != null);
        assertThat(text()).isEqualTo("new");
    }

    @Test
    void a_reader_that_was_cut_off_catches_up() {
        Neighbours.away(true);
        for (int version = 1; version <= 300; version++) {
            publish(version, "version " + version);
        }
        Neighbours.away(false);

        await().until(() -> "version 300".equals(text()));
    }

    @Test
    void a_fact_that_cannot_be_applied_is_tried_again_and_nothing_overtakes_it() {
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        book.cannotRead(note);
        Neighbours.publish(FEED, "note.changed", before, 1, Map.of("text", "before"));
        publish(1, "poison");
        Neighbours.publish(FEED, "note.changed", after, 1, Map.of("text", "after"));

        await().until(() -> text(before) != null);
        assertThat(text()).isNull();
        assertThat(text(after)).isNull();
        book.cannotRead(null);

        await().until(() -> text() != null && text(after) != null);
    }

    @Test
    void of_several_instances_one_reads() throws Exception {
        FeedConsumer.Position another = new FeedConsumer.Position();
        another.database = database;

        assertThat(positions.lease("one-feed")).isTrue();
        assertThat(another.lease("one-feed")).isFalse();
        assertThat(positions.lease("one-feed")).isTrue();
        new Sql(database)
                .change("UPDATE feed_position SET held_until = now() - interval '1 second' WHERE feed = 'one-feed'");
        assertThat(another.lease("one-feed")).isTrue();
        assertThat(positions.lease("one-feed")).isFalse();
    }

    @Test
    void an_instance_that_lost_its_lease_cannot_apply_what_another_applied() throws Exception {
        positions.lease("moving-feed");
        QuarkusTransaction.requiringNew().run(() -> positions.move("moving-feed", null, "1-5"));

        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().run(() -> positions.move("moving-feed", null, "1-3")))
                .hasMessageContaining("another instance");
        assertThat(positions.last("moving-feed")).isEqualTo("1-5");
    }

    private void publish(long version, String text) {
        Neighbours.publish(FEED, "note.changed", note, version, Map.of("text", text));
    }

    private String text() {
        return text(note);
    }

    private String text(UUID id) {
        return new Sql(database).one("SELECT text FROM note WHERE id = ?", id);
    }
}
