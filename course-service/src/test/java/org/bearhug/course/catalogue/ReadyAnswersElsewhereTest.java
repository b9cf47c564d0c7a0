package org.bearhug.course.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.course.Teaching.course;
import static org.bearhug.course.catalogue.ReadyPages.text;
import static org.bearhug.testing.Person.INES;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bearhug.kit.Outbox;
import org.bearhug.testing.Sql;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that other instances make, and readers whom a change overtakes. */
@QuarkusTest
class ReadyAnswersElsewhereTest {

    private static final Duration PROMISED = Duration.ofSeconds(3);

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @Inject
    SessionFactory factory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private UUID course;
    private String page;

    @BeforeEach
    void a_course_is_published() {
        course = UUID.fromString(course(INES, "Old"));
        page = "/v1/courses/" + course;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void what_another_instance_tells_is_seen_within_three_seconds() throws SQLException {
        assertThat(text(page)).contains("Old");

        try (Connection other = elsewhere()) {
            rename(other, "New");
            tell(other, course);
            other.commit();
        }

        await().atMost(PROMISED).untilAsserted(() -> assertThat(text(page)).contains("New"));
    }

    @Test
    void so_is_what_it_only_touches() throws SQLException {
        assertThat(text(page)).contains("Old");

        try (Connection other = elsewhere()) {
            rename(other, "New");
            run(other, "INSERT INTO touched (kind, subject) VALUES ('instructor', ?)", INES.id());
            other.commit();
        }

        await().atMost(PROMISED).untilAsserted(() -> assertThat(text(page)).contains("New"));
    }

    @Test
    void a_transaction_that_was_told_early_and_commits_late_is_not_missed() throws SQLException {
        try (Connection other = elsewhere()) {
            rename(other, "New");
            tell(other, course);
            letTheWatchLook();
            assertThat(text(page)).contains("Old");
            other.commit();
        }

        await().atMost(PROMISED).untilAsserted(() -> assertThat(text(page)).contains("New"));
    }

    @Test
    void a_slow_reader_does_not_put_back_what_was_before_a_commit() throws Exception {
        try (Connection other = elsewhere()) {
            holdUpReaders(other);
            Future<String> slow = threads.submit(() -> text(page));
            awaitHeldUp(1);
            QuarkusTransaction.requiringNew().run(() -> {
                rename("New");
                outbox.add("course.changed", course, 3, List.of());
            });
            other.rollback();
            assertThat(slow.get()).contains("Old");
        }

        assertThat(text(page)).contains("New");
    }

    @Test
    void what_this_instance_told_is_not_dropped_again_by_the_next_look() throws SQLException {
        assertThat(text(page)).contains("Old");
        QuarkusTransaction.requiringNew().run(() -> {
            rename("New");
            outbox.add("course.changed", course, 3, List.of());
        });
        assertThat(text(page)).contains("New");
        letTheWatchLook();

        Statistics statistics = factory.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            assertThat(text(page)).contains("New");
            assertThat(statistics.getPrepareStatementCount()).isZero();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void a_hundred_readers_of_a_page_that_is_not_ready_are_one_for_the_database() throws Exception {
        letTheWatchLook();
        Statistics statistics = factory.getStatistics();
        statistics.setStatisticsEnabled(true);
        try (Connection other = elsewhere()) {
            holdUpReaders(other);
            statistics.clear();
            List<Future<String>> readers = Stream.generate(() -> threads.submit(() -> text(page)))
                    .limit(100)
                    .toList();
            awaitHeldUp(1);
            other.rollback();
            for (Future<String> reader : readers) {
                assertThat(reader.get()).contains("Old");
            }
            assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private Connection elsewhere() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void rename(Connection other, String title) throws SQLException {
        run(other, "UPDATE course SET title = '" + title + "', version = version + 1 WHERE id = ?", course);
    }

    private void rename(String title) {
        new Sql(database).change("UPDATE course SET title = ?, version = version + 1 WHERE id = ?", title, course);
    }

    private static void tell(Connection other, UUID course) throws SQLException {
        run(
                other,
                """
                INSERT INTO outbox (aggregatetype, aggregateid, type, version, occurred_at, payload)
                VALUES ('course', ?, 'course.changed', 3, now(), '{}')""",
                course);
    }

    private static void run(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    /** Whoever has read the course waits for the name of its instructor. */
    private static void holdUpReaders(Connection other) throws SQLException {
        try (Statement lock = other.createStatement()) {
            lock.execute("LOCK TABLE instructor IN ACCESS EXCLUSIVE MODE");
        }
    }

    private void awaitHeldUp(long readers) {
        await().until(() -> new Sql(database)
                        .<Long>one(
                                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'instructor'::regclass")
                >= readers);
    }

    /** Once what is told later is seen, so is everything that was committed before. */
    private void letTheWatchLook() throws SQLException {
        UUID other = UUID.fromString(course(INES, "Before"));
        assertThat(text("/v1/courses/" + other)).contains("Before");
        try (Connection elsewhere = elsewhere()) {
            run(elsewhere, "UPDATE course SET title = 'After' WHERE id = ?", other);
            tell(elsewhere, other);
            elsewhere.commit();
        }
        await().atMost(PROMISED)
                .untilAsserted(() -> assertThat(text("/v1/courses/" + other)).contains("After"));
    }
}
